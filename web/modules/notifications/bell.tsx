// The bell in the bar: how many notices are unread, and the newest of them when it is opened.
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { LateOverlay } from '#web/ui/late-overlay.tsx';
import classes from './notifications.module.css';
import { useUnread } from './use-notices.ts';

const newest = async () => (await import('./newest.tsx')).Newest;

export function Bell() {
  const t = useT();
  const format = useFormat();
  const { unread, more } = useUnread();
  const count = `${format.number(unread)}${more ? '+' : ''}`;
  return (
    <LateOverlay load={newest} with={{}} popup="dialog">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        className={classes['bell'] ?? ''}
        aria-label={unread > 0 ? t('notification.bell-unread', { count }) : t('notification.title')}
      >
        <IconBell size={20} aria-hidden />
        {unread > 0 ? (
          <span className={classes['unread']} aria-hidden>
            {count}
          </span>
        ) : null}
      </ActionIcon>
    </LateOverlay>
  );
}
