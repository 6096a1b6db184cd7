// The preferred channel as the customer said it, beside the one that was used most.
import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { Fact, Facts } from '#web/ui/facts.tsx';
import type { Customer } from './use-customers.ts';

export function ChannelUse({ customer }: { customer: Customer }) {
  const t = useT();
  const use = useQuery(orpc.customers.channelUse.queryOptions({ input: { id: customer.id } })).data;
  const most = use?.items[0];
  return (
    <Box mt="md">
      <Facts>
        <Fact term={t('customer.preferred')}>
          {customer.preferredChannel ? t(`customer.channel.${customer.preferredChannel}`) : t('customer.not-said')}
        </Fact>
        <Fact term={t('customer.observed')}>
          {most && use ? (
            <>
              {findMessage(`customer.used-channel.${most.channel}`) ?? most.channel}{' '}
              <Text span size="sm" c="dimmed">
                {t('customer.observed-n', { share: most.count, count: use.total })}
              </Text>
            </>
          ) : (
            <Text span c="dimmed">
              {t('customer.observed-none')}
            </Text>
          )}
        </Fact>
      </Facts>
    </Box>
  );
}
