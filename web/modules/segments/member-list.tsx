// The customers of a segment, a page at a time; each leads to the record.
import { Button, Text, Title } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './segments.module.css';

const pageSize = 20;

/** Null: those in no segment. */
export function MemberList({ segmentId }: { segmentId: string | null }) {
  const t = useT();
  const list = usePaged(
    useInfiniteQuery(
      orpc.segments.members.infiniteOptions({
        input: (cursor: string | undefined) => ({ ...(segmentId ? { segmentId } : {}), cursor, limit: pageSize }),
        ...byCursor,
      }),
    ),
  );
  return (
    <section aria-labelledby="segment-members">
      <Title order={3} id="segment-members" mb="sm">
        {t('segment.members')}
      </Title>
      <ErrorNote error={list.error} retry={list.retry} />
      {list.waiting ? <RowsSkeleton rows={3} /> : null}
      {!list.waiting && list.rows.length === 0 ? <Text c="dimmed">{t('segment.no-members')}</Text> : null}
      <ul className={classes['moves']}>
        {list.rows.map((member) => (
          <li key={member.id}>
            <PageLink to="/customers/$customerId" params={{ customerId: member.id }}>
              <bdi>{member.name}</bdi>
            </PageLink>
            <span className={classes['counts']}>
              {member.pinned ? <IconPin size={15} stroke={1.6} aria-label={t('segment.pinned')} /> : null}
              {t('segment.since')} <DateText value={member.since} />
            </span>
          </li>
        ))}
      </ul>
      {list.hasMore ? (
        <Button variant="default" mt="sm" onClick={list.more}>
          {t('segment.show-more')}
        </Button>
      ) : null}
    </section>
  );
}
