// How a case or a message came: icon and word.
import { IconApi, IconBuilding, IconMail, IconMailbox, IconPhone, IconWorld } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { Icon } from '#web/lib/web-module.ts';
import classes from './case-list-row.module.css';
import type { CaseRow } from './wire.ts';

const icons: Record<CaseRow['channel'], Icon> = {
  portal: IconWorld,
  mail: IconMail,
  phone: IconPhone,
  visit: IconBuilding,
  letter: IconMailbox,
  api: IconApi,
};

export function ChannelLabel({ channel }: { channel: CaseRow['channel'] }) {
  const t = useT();
  const Icon = icons[channel];
  return (
    <span className={classes['mark']}>
      <Icon size={14} aria-hidden />
      {t(`case.channel.${channel}`)}
    </span>
  );
}
