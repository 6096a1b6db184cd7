// One received mail: what became of it, why, and the case that has its words.
import { Stack, Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { CaseFact } from './case-fact.tsx';
import { ReceivedStateText } from './mail-state.tsx';
import { reasonWord } from './received-reason.ts';
import type { ReceivedMail } from './use-received.ts';

export function ReceivedPanel({ mail }: { mail: ReceivedMail }) {
  const t = useT();
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Text fw={600} component="div">
          <ReceivedStateText state={mail.state} />
        </Text>
        {mail.reason ? <Text>{reasonWord(mail.reason)}</Text> : null}
      </Stack>
      <Facts>
        <Fact term={t('channels.from-address')}>{mail.from ? <Ltr>{mail.from}</Ltr> : t('channels.no-sender')}</Fact>
        <Fact term={t('channels.received-at')}>
          <DateText value={mail.receivedAt} show="date-time" />
        </Fact>
        <CaseFact caseId={mail.caseId} />
      </Facts>
    </Stack>
  );
}
