// The list of received mails with the chosen one beside it.
import { IconMailDown } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { Column } from '#web/ui/data-table.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { TwoLines } from '#web/ui/two-lines.tsx';
import { MailList, type MailListState } from './mail-list.tsx';
import { ReceivedStateText } from './mail-state.tsx';
import type { ReceivedState } from './mail-states.ts';
import { ReceivedPanel } from './received-panel.tsx';
import { reasonWord } from './received-reason.ts';
import { type ReceivedMail, useReceived } from './use-received.ts';

export function ReceivedList({ openId, ...page }: MailListState<ReceivedState>) {
  const t = useT();
  const mails = useReceived(page.state);
  const open = mails.rows.find((mail) => mail.id === openId);
  return (
    <MailList
      {...page}
      label={t('channels.received')}
      icon={IconMailDown}
      mails={mails}
      columns={useColumns()}
      detail={
        open
          ? {
              id: open.id,
              title: <bdi>{open.subject || t('channels.no-subject')}</bdi>,
              content: <ReceivedPanel mail={open} />,
            }
          : null
      }
      empty={{ title: t('channels.received-empty'), hint: t('channels.received-empty-hint') }}
    />
  );
}

function useColumns(): Array<Column<ReceivedMail>> {
  const t = useT();
  return [
    {
      id: 'mail',
      header: t('channels.mail'),
      width: 'minmax(0, 2fr)',
      cell: ({ subject, from }) => (
        <TwoLines below={from ? <Ltr>{from}</Ltr> : t('channels.no-sender')}>
          <bdi>{subject || t('channels.no-subject')}</bdi>
        </TwoLines>
      ),
    },
    {
      id: 'state',
      header: t('channels.became'),
      width: 'minmax(0, 1.1fr)',
      cell: ({ state, reason, receivedAt }) => (
        <TwoLines below={reason ? reasonWord(reason) : <DateText value={receivedAt} show="relative" />}>
          <ReceivedStateText state={state} />
        </TwoLines>
      ),
    },
    {
      id: 'arrived',
      header: t('channels.received-at'),
      width: 'minmax(0, 0.9fr)',
      secondary: true,
      cell: ({ receivedAt }) => <DateText value={receivedAt} show="date-time" />,
    },
  ];
}
