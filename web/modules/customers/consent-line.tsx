// One word of a customer about a consent: for what, given or not, when and where it was said.
import { Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import type { Customer } from './use-customers.ts';

export function ConsentLine({ consent }: { consent: Customer['consents'][number] }) {
  const t = useT();
  const Icon = consent.given ? IconCheck : IconX;
  return (
    <div>
      <Group gap={8} wrap="nowrap">
        <Icon size={18} stroke={1.8} aria-hidden />
        <Text>
          {t(`customer.purpose.${consent.purpose}`)} · {t(`customer.channel.${consent.channel}`)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t(consent.given ? 'customer.consent-given' : 'customer.consent-refused')} · <DateText value={consent.at} /> ·{' '}
        <bdi>{consent.source}</bdi>
      </Text>
    </div>
  );
}
