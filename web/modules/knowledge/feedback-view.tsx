// What readers said about each version: how many it helped of how many, customers and staff apart, and what they missed.
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconThumbUp } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Figure } from '#web/ui/figure.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './knowledge.module.css';

export function FeedbackView({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const query = useInfiniteQuery(
    orpc.knowledge.feedback.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, cursor, limit: 20 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.remarks.next ?? undefined,
    }),
  );
  if (query.isPending) return <RowsSkeleton rows={3} />;
  if (!query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  const versions = query.data.pages[0]?.versions ?? [];
  const remarks = query.data.pages.flatMap((page) => page.remarks.items);
  if (versions.every(({ customers, staff }) => customers.n + staff.n === 0))
    return <EmptyState icon={IconThumbUp} title={t('knowledge.no-feedback')} hint={t('knowledge.no-feedback-hint')} />;
  return (
    <Stack gap="lg">
      {versions
        .filter(({ customers, staff }) => customers.n + staff.n > 0)
        .map(({ version, customers, staff }) => (
          <section key={version} aria-label={t('knowledge.version-number', { number: version })}>
            <Text fw={600}>{t('knowledge.version-number', { number: version })}</Text>
            <div className={classes['figures']}>
              {(
                [
                  ['customers', customers],
                  ['staff', staff],
                ] as const
              ).map(([who, { n, helpful }]) => (
                <Figure
                  key={who}
                  label={t(`knowledge.helped.${who}`)}
                  value={n === 0 ? null : helpful / n}
                  percent
                  n={n}
                  why={t('knowledge.helped.nobody')}
                  definition={t('knowledge.helped.definition')}
                />
              ))}
            </div>
          </section>
        ))}
      {remarks.length > 0 ? (
        <section aria-labelledby="remarks-title">
          <Title order={3} size="h4" id="remarks-title">
            {t('knowledge.remarks')}
          </Title>
          <ul className={classes['list']}>
            {remarks.map((remark) => (
              <li key={remark.id} className={classes['review']}>
                <UserText>{remark.missing}</UserText>
                <Text size="sm" c="dimmed">
                  {t(`knowledge.remark-from.${remark.from}`)} ·{' '}
                  {t('knowledge.version-number', { number: format.number(remark.version) })} ·{' '}
                  <DateText value={remark.at} />
                </Text>
              </li>
            ))}
          </ul>
          {query.hasNextPage ? (
            <Button variant="default" mt="sm" onClick={() => void query.fetchNextPage()}>
              {t('knowledge.more')}
            </Button>
          ) : null}
        </section>
      ) : null}
    </Stack>
  );
}
