// How this customer belongs together with others, seen from here; ended relations stay below.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconLinkOff, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RelationDialog } from './relation-dialog.tsx';
import type { Customer } from './use-customers.ts';

type Relation = Awaited<ReturnType<typeof api.customers.listRelations>>['items'][number];

export function RelationList({ customer, mayChange }: { customer: Customer; mayChange: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Relation | null>(null);
  const query = orpc.customers.listRelations.queryOptions({ input: { id: customer.id } });
  const relations = useQuery(query);
  const refresh = () => void queryClient.invalidateQueries({ queryKey: orpc.customers.listRelations.key() });
  useLive(['customer.related', 'customer.relation-ended'], refresh);
  const end = useMutation({
    mutationFn: (relation: Relation) => api.customers.endRelation({ id: customer.id, relationId: relation.id }),
    onSuccess: () => {
      setEnding(null);
      refresh();
    },
  });
  return (
    <>
      <ErrorNote error={relations.error} retry={() => void relations.refetch()} />
      {relations.data?.items.length === 0 ? <Text c="dimmed">{t('customer.no-relations')}</Text> : null}
      <RowList>
        {relations.data?.items.map((relation) => (
          <li key={relation.id}>
            <div>
              <Text c="dimmed" size="sm">
                {t(`customer.relation.${relation.kind}.${relation.direction}`)}
              </Text>
              <PageLink to="/customers/$customerId" params={{ customerId: relation.other.id }}>
                <bdi>{relation.other.name}</bdi>
              </PageLink>
              {relation.endedAt ? (
                <Text size="sm" c="dimmed">
                  {t('customer.relation-ended')} <DateText value={relation.endedAt} />
                </Text>
              ) : null}
            </div>
            {mayChange && !relation.endedAt ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('customer.end-relation-with', { name: relation.other.name })}
                onClick={() => setEnding(relation)}
              >
                <IconLinkOff size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </RowList>
      {mayChange ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('customer.add-relation')}
        </Button>
      ) : null}
      {adding ? <RelationDialog customer={customer} onClose={() => setAdding(false)} onDone={refresh} /> : null}
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => {
          setEnding(null);
          end.reset();
        }}
        onConfirm={() => ending && end.mutate(ending)}
        title={t('customer.end-relation')}
        confirmLabel={t('customer.end-relation')}
        busy={end.isPending}
        error={end.error}
      >
        {t('customer.end-relation-means')}
      </ConfirmDialog>
    </>
  );
}
