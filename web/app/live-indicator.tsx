// Says when the page no longer hears from the server; silent while all is well.
import { IconCloudOff } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useLiveState } from '#web/lib/live.ts';
import classes from './shell.module.css';

export function LiveIndicator() {
  const t = useT();
  const offline = useLiveState() === 'offline';
  return (
    <span role="status" className={classes['live']} title={offline ? t('app.offline-hint') : undefined}>
      {offline ? (
        <>
          <IconCloudOff size={18} aria-hidden />
          <Text span inherit visibleFrom="xs">
            {t('app.offline')}
          </Text>
        </>
      ) : null}
    </span>
  );
}
