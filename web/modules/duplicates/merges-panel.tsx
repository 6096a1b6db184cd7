// On the page of a customer: which records count as this one, or as which this one counts, and the way back.
import { Button, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import classes from './duplicates.module.css';
import { refreshDuplicates, useMergesOf } from './use-duplicates.ts';

export function MergesPanel({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const merges = useMergesOf(customerId);
  const mayMerge = useMay('customer.merge');
  const [takingBack, setTakingBack] = useState<{ id: string; mergedName: string } | null>(null);
  const unmerge = useMutation({
    mutationFn: (id: string) => api.duplicates.unmerge({ id }),
    onSuccess: () => setTakingBack(null),
    onSettled: async () => {
      await refreshDuplicates();
      await queryClient.invalidateQueries({ queryKey: orpc.customers.key() });
    },
  });
  if (merges.error) return <ErrorNote error={merges.error} retry={() => void merges.refetch()} />;
  if (!merges.data || merges.data.items.length === 0) return null;
  return (
    <section aria-labelledby="customer-merges">
      <Title order={2} id="customer-merges" mb="sm">
        {t('duplicate.merges')}
      </Title>
      <ul className={classes['merges']}>
        {merges.data.items.map((merge) => (
          <li key={merge.id}>
            <div>
              {merge.mergedId === customerId ? (
                <Text>
                  {t('duplicate.counts-as', { survivor: merge.survivorName })}{' '}
                  <Link to="/customers/$customerId" params={{ customerId: merge.survivorId }}>
                    {t('duplicate.counts-as-open')}
                  </Link>
                </Text>
              ) : (
                <Text>{t('duplicate.merge-of', { merged: merge.mergedName })}</Text>
              )}
              <Text size="sm" c="dimmed">
                {t('duplicate.decided', { by: merge.mergedBy, when: format.dateTime(merge.mergedAt) })}
              </Text>
            </div>
            {mayMerge ? (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} aria-hidden data-flips />}
                aria-label={t('duplicate.unmerge-of', { merged: merge.mergedName })}
                onClick={() => setTakingBack(merge)}
              >
                {t('duplicate.unmerge')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={takingBack !== null}
        onClose={() => setTakingBack(null)}
        title={t('duplicate.unmerge-of', { merged: takingBack?.mergedName })}
        confirmLabel={t('duplicate.unmerge')}
        busy={unmerge.isPending}
        error={unmerge.error}
        onConfirm={() => takingBack && unmerge.mutate(takingBack.id)}
      >
        {t('duplicate.unmerge-means', { merged: takingBack?.mergedName })}
      </ConfirmDialog>
    </section>
  );
}
