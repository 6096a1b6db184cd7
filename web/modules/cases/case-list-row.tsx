// One case in the list: whose turn it is, what it is about, where it stands and how long it has been waiting.
import { VisuallyHidden } from '@mantine/core';
import { IconClock, IconClockPause, IconFlag, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { CaseSearch } from './case-search.ts';
import { ChannelLabel } from './channel-label.tsx';
import classes from './case-list-row.module.css';
import { DueMark } from './due-mark.tsx';
import type { CaseRow } from './wire.ts';

type RowProps = { row: CaseRow; search: CaseSearch; open: boolean; marked: boolean };

export const CaseListRow = memo(function CaseListRow({ row, search, open, marked }: RowProps) {
  const t = useT();
  const format = useFormat();
  // The customer's word is the one that waits for an answer.
  const ours = row.state === 'open' && row.lastMessageBy === 'customer';
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: row.id }}
      search={search}
      preload={false}
      className={classes['row']}
      data-case={row.id}
      data-marked={marked || undefined}
      data-unanswered={ours || undefined}
      aria-current={open ? 'true' : undefined}
    >
      <span className={classes['line']}>
        {ours ? <span className={classes['dot']} aria-hidden /> : null}
        <strong className={classes['subject']} dir="auto">
          {row.subject}
        </strong>
        <time
          className={classes['activity']}
          dateTime={row.lastActivityAt}
          title={t('case.last-activity-at', { at: format.bothCalendars(row.lastActivityAt) })}
        >
          {format.relative(row.lastActivityAt)}
        </time>
      </span>
      <span className={classes['words']}>
        <bdi className={classes['customer']}>{row.customer.name}</bdi>
        <span className={classes['snippet']} dir="auto">
          {row.snippet}
        </span>
      </span>
      <span className={classes['marks']}>
        <StateChip state={row.state} outcome={row.outcome} disputeLevel={row.disputeLevel} size="sm" />
        {row.disputeLevel > 0 ? (
          <span className={classes['level']}>{t('case.dispute-level', { count: row.disputeLevel })}</span>
        ) : null}
        {ours ? <span className={classes['turn']}>{t('case.customer-spoke-last')}</span> : null}
        {row.priority === 'high' || row.priority === 'urgent' ? (
          <span className={classes['priority']} data-priority={row.priority}>
            <IconFlag size={14} aria-hidden />
            {t(`case.priority.${row.priority}`)}
          </span>
        ) : null}
        {row.nextDue ? <DueMark due={row.nextDue} /> : null}
        {row.waitingReason ? (
          <span className={classes['mark']}>
            <IconClockPause size={14} aria-hidden />
            {t(`case.wait.${row.waitingReason}`)}
          </span>
        ) : null}
      </span>
      <span className={classes['facts']}>
        <Ltr>{row.number}</Ltr>
        <time
          className={classes['mark']}
          dateTime={row.registeredAt}
          title={t('case.registered-at', { at: format.bothCalendars(row.registeredAt) })}
        >
          <IconClock size={14} aria-hidden />
          <VisuallyHidden>{t('case.clock.registered')}</VisuallyHidden>
          {format.relative(row.registeredAt)}
        </time>
        <ChannelLabel channel={row.channel} />
        <span className={classes['mark']}>
          <IconUser size={14} aria-hidden />
          <bdi>{row.assigneeName ?? t('case.assignee.none')}</bdi>
        </span>
      </span>
    </Link>
  );
});
