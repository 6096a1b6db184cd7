// The list of outgoing mails with the chosen one beside it.
import { IconMailForward } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { Column } from '#web/ui/data-table.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { MailList, type MailListState } from './mail-list.tsx';
import { MailPanel } from './mail-panel.tsx';
import { OutgoingStateText } from './mail-state.tsx';
import type { OutgoingState } from './mail-states.ts';
import { type OutgoingMail, useOutbox } from './use-outbox.ts';

export function OutboxList({ openId, ...page }: MailListState<OutgoingState>) {
  const t = useT();
  return (
    <MailList
      {...page}
      label={t('channels.outbox')}
      icon={IconMailForward}
      mails={useOutbox(page.state)}
      columns={useColumns()}
      detail={
        openId ? { id: openId, title: t('channels.mail'), content: <MailPanel key={openId} id={openId} /> } : null
      }
      empty={{ title: t('channels.outbox-empty'), hint: t('channels.outbox-empty-hint') }}
    />
  );
}

function useColumns(): Array<Column<OutgoingMail>> {
  const t = useT();
  return [
    {
      id: 'letter',
      header: t('channels.mail'),
      width: 'minmax(0, 2fr)',
      cell: ({ subject, to }) => (
        <TwoLines below={<Ltr>{to}</Ltr>}>
          <bdi>{subject}</bdi>
        </TwoLines>
      ),
    },
    {
      id: 'state',
      header: t('channels.state'),
      width: 'minmax(0, 1fr)',
      cell: ({ state, createdAt, sentAt }) => (
        <TwoLines below={<DateText value={sentAt ?? createdAt} show="relative" />}>
          <OutgoingStateText state={state} />
        </TwoLines>
      ),
    },
    {
      id: 'written',
      header: t('channels.written'),
      width: 'minmax(0, 0.9fr)',
      secondary: true,
      cell: ({ createdAt }) => <DateText value={createdAt} show="date-time" />,
    },
  ];
}
