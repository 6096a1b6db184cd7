// All that a customer ever said about consents, newest first.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { ConsentLine } from './consent-line.tsx';

export function ConsentHistory({ customerId }: { customerId: string }) {
  const t = useT();
  const history = useQuery(orpc.customers.listConsents.queryOptions({ input: { id: customerId } }));
  return (
    <>
      <ErrorNote error={history.error} retry={() => void history.refetch()} />
      {history.isPending ? <TextSkeleton lines={3} /> : null}
      <RowList aria-label={t('customer.consent-history')}>
        {history.data?.items.map((consent) => (
          <li key={consent.id}>
            <ConsentLine consent={consent} />
          </li>
        ))}
      </RowList>
    </>
  );
}
