// What the customer agreed to or refused, for each purpose and channel, with when and where it was said; withdrawal; the history.
import { Button, Group, Text } from '@mantine/core';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { RowList } from '#web/ui/row-list.tsx';
import { ConsentDialog, type ConsentBegin } from './consent-dialog.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { ConsentLine } from './consent-line.tsx';
import type { Customer } from './use-customers.ts';

export function ConsentList({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const t = useT();
  const [recording, setRecording] = useState<ConsentBegin | null>(null);
  const [history, setHistory] = useState(false);
  return (
    <>
      {customer.consents.length === 0 ? <Text c="dimmed">{t('customer.no-consents')}</Text> : null}
      <RowList>
        {customer.consents.map(({ purpose, channel, given, at, source }) => (
          <li key={`${purpose} ${channel}`}>
            <ConsentLine consent={{ purpose, channel, given, at, source }} />
            {mayChange && given ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('customer.withdraw-of', {
                  purpose: t(`customer.purpose.${purpose}`),
                  channel: t(`customer.channel.${channel}`),
                })}
                onClick={() => setRecording({ purpose, channel, word: 'refused' })}
              >
                {t('customer.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </RowList>
      <Group mt="sm">
        {mayChange ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setRecording({ purpose: 'service-messages', channel: 'email', word: 'given' })}
          >
            {t('customer.record-consent')}
          </Button>
        ) : null}
        {customer.consents.length > 0 ? (
          <Button
            variant="subtle"
            leftSection={<IconHistory size={16} aria-hidden />}
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {t('customer.consent-history')}
          </Button>
        ) : null}
      </Group>
      {history ? <ConsentHistory customerId={customer.id} /> : null}
      {recording ? <ConsentDialog customer={customer} begin={recording} onClose={() => setRecording(null)} /> : null}
    </>
  );
}
