// The review queue: pairs that may be one customer, decided one by one or several at once, by mouse or by keyboard.
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconArrowMerge } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useKeys } from '#web/lib/keys.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { CompareAll } from './compare-all.tsx';
import classes from './duplicates.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { PairRow } from './pair-row.tsx';
import { idsOf, type Pair, pairId, pairStates, refreshDuplicates, usePairs } from './use-duplicates.ts';

const route = getRouteApi('/shell/duplicates');
const nothing = {
  proposed: 'duplicate.none',
  'kept-apart': 'duplicate.none-kept-apart',
  merged: 'duplicate.none-merged',
} as const;

export function DuplicatesPage() {
  const t = useT();
  const { state = 'proposed' } = route.useSearch();
  const go = route.useNavigate();
  const pairs = usePairs(state);
  // Of the page and not of the list: a pair that is compared anew leaves the list for a moment, and the dialog stays.
  const [merging, setMerging] = useState<Pair | null>(null);
  return (
    <Page
      title={t('duplicate.list')}
      purpose={t('duplicate.list-purpose')}
      action={<CompareAll />}
      filters={
        <WordFilter
          label={t('duplicate.state')}
          value={state}
          choices={pairStates.map((value) => ({ value, label: t(`duplicate.state.${value}`) }))}
          onChange={(value) => void go({ search: value === 'proposed' ? {} : { state: value }, replace: true })}
        />
      }
    >
      <ErrorNote error={pairs.error} retry={pairs.retry} />
      {pairs.waiting ? <RowsSkeleton /> : null}
      {!pairs.waiting && !pairs.error && pairs.rows.length === 0 ? (
        <EmptyState
          icon={IconArrowMerge}
          title={t(nothing[state])}
          {...(state === 'proposed' ? { hint: t('duplicate.none-hint') } : {})}
        />
      ) : null}
      {pairs.rows.length > 0 ? (
        <Queue key={state} pairs={pairs.rows} hasMore={pairs.hasMore} more={pairs.more} onMerge={setMerging} />
      ) : null}
      {merging ? <MergeDialog one={merging.one} other={merging.other} onClose={() => setMerging(null)} /> : null}
    </Page>
  );
}

type QueueProps = { pairs: readonly Pair[]; hasMore: boolean; more: () => void; onMerge: (pair: Pair) => void };

function Queue({ pairs, hasMore, more, onMerge }: QueueProps) {
  const t = useT();
  const [at, setAt] = useState(0);
  const [wanted, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [mergingAll, setMergingAll] = useState(false);
  const current = pairs[Math.min(at, pairs.length - 1)];
  const chosen = pairs.filter((pair) => pair.state === 'proposed' && wanted.has(pairId(pair)));
  const decide = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => work(),
    onSettled: async () => {
      setChosen(new Set());
      await refreshDuplicates();
    },
  });
  const choose = (pair: Pair, on: boolean): void => {
    const next = new Set(wanted);
    if (on) next.add(pairId(pair));
    else next.delete(pairId(pair));
    setChosen(next);
  };
  const keepApart = (kept: readonly Pair[]): void =>
    decide.mutate(async () => {
      await api.duplicates.keepApart({ pairs: kept.map(idsOf) });
      const [only] = kept;
      if (kept.length === 1 && only)
        notifications.show({ message: t('duplicate.kept-apart-done', { one: only.one.name, other: only.other.name }) });
    });
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(pairs.length - 1, at + by));
    setAt(next);
    const element = [...document.querySelectorAll<HTMLElement>('[data-pair]')][next];
    element?.scrollIntoView({ block: 'nearest' });
    if (next >= pairs.length - 3) more();
  };
  const open = current?.state === 'proposed' ? current : null;
  useKeys([
    { code: 'KeyJ', labelKey: 'duplicate.key.next', run: () => move(1) },
    { code: 'KeyK', labelKey: 'duplicate.key.previous', run: () => move(-1) },
    { code: 'KeyX', labelKey: 'duplicate.key.choose', run: () => open && choose(open, !wanted.has(pairId(open))) },
    { code: 'KeyM', labelKey: 'duplicate.key.merge', run: () => open && onMerge(open) },
    { code: 'KeyD', labelKey: 'duplicate.key.keep-apart', run: () => open && keepApart([open]) },
  ]);
  return (
    <Stack gap="md">
      <ErrorNote error={decide.error} />
      {pairs[0]?.state === 'proposed' ? (
        <Group className={classes['bulk'] ?? ''} justify="space-between">
          <Text role="status">{t('duplicate.chosen', { count: chosen.length })}</Text>
          <Group gap="xs">
            <Button
              variant="subtle"
              onClick={() => setChosen(new Set(chosen.length === pairs.length ? [] : pairs.slice(0, 100).map(pairId)))}
            >
              {t(chosen.length === pairs.length ? 'duplicate.choose-none' : 'duplicate.choose-all')}
            </Button>
            <Button
              variant="default"
              disabled={chosen.length === 0 || decide.isPending}
              onClick={() => keepApart(chosen)}
            >
              {t('duplicate.keep-chosen-apart')}
            </Button>
            <Button
              variant="default"
              disabled={chosen.length === 0 || decide.isPending}
              onClick={() => setMergingAll(true)}
            >
              {t('duplicate.merge-chosen')}
            </Button>
          </Group>
        </Group>
      ) : null}
      <ul className={classes['pairs']} aria-label={t('duplicate.list')}>
        {pairs.map((pair, index) => (
          <PairRow
            key={pairId(pair)}
            pair={pair}
            chosen={wanted.has(pairId(pair))}
            current={index === at && pair.state === 'proposed'}
            busy={decide.isPending}
            onChoose={(on) => choose(pair, on)}
            onMerge={() => onMerge(pair)}
            onKeepApart={() => keepApart([pair])}
            onProposeAgain={() => decide.mutate(() => api.duplicates.proposeAgain(idsOf(pair)))}
          />
        ))}
      </ul>
      {hasMore ? (
        <Button variant="default" onClick={more}>
          {t('ui.read-on')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={mergingAll}
        onClose={() => setMergingAll(false)}
        title={t('duplicate.chosen', { count: chosen.length })}
        confirmLabel={t('duplicate.merge-chosen')}
        busy={decide.isPending}
        onConfirm={() => {
          decide.mutate(async () => {
            const { merged } = await api.duplicates.mergeAll({ pairs: chosen.map(idsOf) });
            notifications.show({ message: t('duplicate.merged-count', { count: merged }) });
          });
          setMergingAll(false);
        }}
      >
        {t('duplicate.merge-chosen-means')}
      </ConfirmDialog>
    </Stack>
  );
}
