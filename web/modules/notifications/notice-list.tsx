// Notices as rows: what happened and when; opening one marks it as read and goes where it leads.
import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { type Notice, notificationKind } from '#web/lib/notification-kinds.ts';
import { useFormat } from '#web/lib/format.ts';
import classes from './notifications.module.css';
import { useNoticeText } from './use-notice-text.ts';
import { markRead } from './use-notices.ts';

export type NoticeListProps = {
  notices: readonly Notice[];
  label: string;
  /** One was opened. */
  onOpen?: () => void;
};

export function NoticeList({ notices, label, onOpen }: NoticeListProps) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <Row notice={notice} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Row({ notice, onOpen }: { notice: Notice; onOpen: (() => void) | undefined }) {
  const to = notificationKind(notice.type).to?.(notice);
  const open = (): void => {
    markRead(notice);
    onOpen?.();
  };
  const content = <Words notice={notice} />;
  const looks = { className: classes['row'] ?? '', 'data-unread': notice.readAt === null || undefined };
  if (to !== undefined)
    return (
      <Link to={to} onClick={open} {...looks}>
        {content}
      </Link>
    );
  // It leads nowhere: there is nothing left to do with one that was read.
  if (notice.readAt !== null) return <span {...looks}>{content}</span>;
  return (
    <UnstyledButton onClick={open} {...looks}>
      {content}
    </UnstyledButton>
  );
}

function Words({ notice }: { notice: Notice }) {
  const t = useT();
  const format = useFormat();
  const text = useNoticeText();
  return (
    <>
      <span className={classes['words']}>{text(notice)}</span>
      <span className={classes['when']}>
        {notice.readAt === null ? <span className={classes['new']}>{t('notification.new')}</span> : null}
        <time dateTime={notice.at} title={format.bothCalendars(notice.at)}>
          {format.relative(notice.at)}
        </time>
      </span>
    </>
  );
}
