// The newest cases of a customer, on the customer's page.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './case-context.module.css';
import { CaseLine } from './case-line.tsx';

const most = 10;

export function CustomerCases({ customerId }: { customerId: string }) {
  const t = useT();
  const cases = useQuery(orpc.cases.list.queryOptions({ input: { customerId, order: 'latest', limit: most } }));
  useLive(['case.*'], () => void queryClient.invalidateQueries({ queryKey: orpc.cases.list.key() }));
  return (
    <section aria-labelledby="customer-cases">
      <Stack gap="sm">
        <Title order={2} size="h3" id="customer-cases">
          {t('case.of-customer')}
        </Title>
        {cases.isPending ? <RowsSkeleton /> : null}
        <ErrorNote error={cases.error} retry={() => void cases.refetch()} />
        {cases.data?.items.length === 0 ? <Text>{t('case.of-customer-none')}</Text> : null}
        {cases.data && cases.data.items.length > 0 ? (
          <ul className={classes['list']}>
            {cases.data.items.map((one) => (
              <li key={one.id}>
                <CaseLine {...one} />
              </li>
            ))}
          </ul>
        ) : null}
        {cases.data?.next ? (
          <PageLink to="/cases" search={{ customerId }}>
            {t('case.of-customer-all')}
          </PageLink>
        ) : null}
      </Stack>
    </section>
  );
}
