// In the record of a customer: where the customer stands in the tree, who put them there, and where they stood.
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PinDialog } from './pin-dialog.tsx';
import classes from './segments.module.css';
import { refreshTree, useTreeLive } from './use-tree.ts';

export function CustomerSegmentPanel({ customerId }: { customerId: string }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const mayManage = useMay('segment.manage');
  const [pinning, setPinning] = useState(false);
  const query = useQuery(orpc.segments.customerSegment.queryOptions({ input: { customerId } }));
  useTreeLive();
  const unpin = useMutation({ mutationFn: () => api.segments.unpin({ customerId }), onSuccess: refreshTree });
  const now = query.data?.now;
  const before = query.data?.history.filter(({ until }) => until !== null) ?? [];
  const pinned = now?.pinned;
  return (
    <section aria-labelledby="customer-segment">
      <Title order={2} id="customer-segment" mb="sm">
        {t('segment.of-customer')}
      </Title>
      <ErrorNote error={query.error ?? unpin.error} />
      {query.isSuccess && !now ? <Text c="dimmed">{t('segment.not-placed')}</Text> : null}
      {now ? (
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Text fw={600}>
              <bdi>{text(now.name) || t('segment.unplaced')}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              {t('segment.since')} <DateText value={now.since} />
            </Text>
            {pinned ? (
              <Text size="sm">
                <IconPin size={14} stroke={1.6} aria-hidden />{' '}
                {pinned.reason
                  ? t('segment.pinned-by', { name: pinned.by ?? '', reason: pinned.reason })
                  : t('segment.pinned-carried')}
              </Text>
            ) : null}
          </div>
          {mayManage ? (
            pinned ? (
              <Button variant="default" loading={unpin.isPending} onClick={() => unpin.mutate()}>
                {t('segment.unpin')}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconPin size={16} aria-hidden />}
                onClick={() => setPinning(true)}
              >
                {t('segment.pin')}
              </Button>
            )
          ) : null}
        </Group>
      ) : null}
      {before.length > 0 ? (
        <ul className={classes['moves']}>
          {before.map((place) => (
            <li key={place.since}>
              <bdi>{text(place.name) || t('segment.unplaced')}</bdi>
              <Text size="sm" c="dimmed">
                {t('segment.from-until', {
                  from: format.date(place.since),
                  until: format.date(place.until ?? place.since),
                })}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
      {pinning ? <PinDialog customerId={customerId} onClose={() => setPinning(false)} /> : null}
    </section>
  );
}
