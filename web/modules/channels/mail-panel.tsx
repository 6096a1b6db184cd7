// One outgoing mail: what became of it and why, its words, and sending it again where a person may decide that.
import { Stack, Text } from '@mantine/core';
import { languageNames, isLanguage } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { NumberText } from '#web/ui/number-text.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { CaseFact } from './case-fact.tsx';
import { faultText } from './fault-text.ts';
import { MailPreview } from './mail-preview.tsx';
import { OutgoingStateText } from './mail-state.tsx';
import { SendAgain } from './send-again.tsx';
import { type OutgoingLetter, useOutgoingMail } from './use-outbox.ts';

export function MailPanel({ id }: { id: string }) {
  const mail = useOutgoingMail(id);
  if (mail.isPending) return <TextSkeleton lines={8} />;
  if (!mail.data) return <ErrorNote error={mail.error} retry={() => void mail.refetch()} />;
  return <Letter mail={mail.data} />;
}

function Letter({ mail }: { mail: OutgoingLetter }) {
  const t = useT();
  return (
    <Stack gap="lg">
      <Stack gap={4} role="status">
        <Text fw={600} component="div">
          <OutgoingStateText state={mail.state} />
        </Text>
        <Text>{t(`channels.state.${mail.state}-means`)}</Text>
        {mail.fault ? <Text>{faultText(mail.fault)}</Text> : null}
      </Stack>
      <SendAgain mail={mail} />
      <Facts>
        <Fact term={t('channels.to')}>
          <Ltr>{mail.to}</Ltr>
        </Fact>
        <Fact term={t('channels.language')}>
          {isLanguage(mail.language) ? languageNames[mail.language] : mail.language}
        </Fact>
        <Fact term={t('channels.written')}>
          <DateText value={mail.createdAt} show="date-time" />
        </Fact>
        {mail.sentAt ? (
          <Fact term={t('channels.sent-at')}>
            <DateText value={mail.sentAt} show="date-time" />
          </Fact>
        ) : null}
        {mail.attempts > 0 ? (
          <Fact term={t('channels.attempts')}>
            <NumberText value={mail.attempts} />
          </Fact>
        ) : null}
        <CaseFact caseId={mail.caseId} />
      </Facts>
      <MailPreview mail={mail} />
    </Stack>
  );
}
