// What happened with a customer, newest first, over all merged records; filtered by kind, with more at the end, live.
import { Button, Text } from '@mantine/core';
import {
  IconAddressBook,
  IconCircleDot,
  IconFileText,
  IconMessage,
  IconShieldCheck,
  IconShoppingBag,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { TimelineKind } from '#contract/customer-record.ts';
import { findMessage, type Translate, useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { Timeline } from '#web/ui/timeline/timeline.tsx';
import { TimelineEvent } from '#web/ui/timeline/timeline-event.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import type { api } from '#web/lib/api.ts';

type Item = Awaited<ReturnType<typeof api.customers.timeline>>['items'][number];
type Kind = Item['kind'];

const kinds = ['all', ...TimelineKind.options] as const;

export function CustomerTimeline({ customerId }: { customerId: string }) {
  const t = useT();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const timeline = usePaged(
    useInfiniteQuery(
      orpc.customers.timeline.infiniteOptions({
        input: (cursor: string | undefined) => ({
          id: customerId,
          cursor,
          limit: 30,
          ...(kind === 'all' ? {} : { kind }),
        }),
        ...byCursor,
      }),
    ),
  );
  useLive(
    ['customer.*', 'case.*', 'purchase.*'],
    () => void queryClient.invalidateQueries({ queryKey: orpc.customers.timeline.key() }),
  );
  return (
    <>
      <WordFilter
        label={t('customer.timeline-kind')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: t(`customer.timeline-kind.${value}`) }))}
        onChange={setKind}
      />
      <ErrorNote error={timeline.error} retry={timeline.retry} />
      {timeline.waiting ? <TextSkeleton lines={6} /> : null}
      {!timeline.waiting && timeline.rows.length === 0 ? (
        <Text c="dimmed" mt="md">
          {t('customer.timeline-none')}
        </Text>
      ) : null}
      <Timeline label={t('customer.timeline')} items={timeline.rows} at={(item) => item.at} itemId={(item) => item.id}>
        {(item) => (
          <TimelineEvent icon={icons[item.kind]} at={item.at}>
            <Happened item={item} />
            <Text span size="sm" c="dimmed">
              {' · '}
              <bdi>{actorOf(item, t)}</bdi>
            </Text>
          </TimelineEvent>
        )}
      </Timeline>
      {timeline.hasMore ? (
        <Button mt="sm" variant="default" onClick={timeline.more}>
          {t('customer.timeline-more')}
        </Button>
      ) : null}
    </>
  );
}

const icons: Record<Kind, ReactNode> = {
  record: <IconAddressBook size={16} aria-hidden />,
  consent: <IconShieldCheck size={16} aria-hidden />,
  case: <IconFileText size={16} aria-hidden />,
  message: <IconMessage size={16} aria-hidden />,
  purchase: <IconShoppingBag size={16} aria-hidden />,
  other: <IconCircleDot size={16} aria-hidden />,
};

/** A module says what its event is called with a text `customer.event.<type>`. */
function Happened({ item }: { item: Item }) {
  const t = useT();
  const words = findMessage(`customer.event.${item.type}`) ?? t('customer.event.other');
  if (item.subjectType === 'case')
    return (
      <PageLink to="/cases/$caseId" params={{ caseId: item.subjectId }}>
        {words}
      </PageLink>
    );
  const fields = item.type === 'customer.changed' && Array.isArray(item.data['fields']) ? item.data['fields'] : [];
  const names = fields.map((field) => nameOf(String(field), t));
  return names.length > 0 ? `${words}: ${[...new Set(names)].join(t('customer.list-joint'))}` : words;
}

/** Own fields are not named: their names may be changed. */
function nameOf(field: string, t: Translate): string {
  if (field === 'externalId') return t('customer.external-id');
  if (field === 'nationalId') return t('customer.nationalId.person');
  if (field === 'preferredChannel') return t('customer.preferred');
  if (field === 'responsibleId') return t('customer.responsible');
  return findMessage(`customer.${field}`) ?? t('customer.own-field');
}

function actorOf({ actor }: Item, t: Translate): string {
  return actor.name ?? t(`customer.actor.${actor.kind}`);
}
