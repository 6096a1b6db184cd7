// The map of coverage: the tree of the classification with the organisation's processes in it, and what is missing, on paper only, twice or loose.
import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconMap2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { queryClient } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { type CoverageView, coverageViews } from '../choices.ts';
import { CoverageRow, ModelLine } from './coverage-row.tsx';
import classes from './coverage.module.css';
import {
  type Coverage,
  type CoverageElement,
  coverageQuery,
  type CoveringModel,
  useCoverageLive,
} from './use-coverage.ts';

const route = getRouteApi('/shell/processes/coverage');

export function CoveragePage() {
  const t = useT();
  const text = useLocaleText();
  const language = useLanguage();
  const { view = 'all' } = route.useSearch();
  const go = route.useNavigate();
  const [excluding, setExcluding] = useState<CoverageElement | null>(null);
  useCoverageLive();
  const map = useQuery(coverageQuery);
  const keep = (next: Coverage) => queryClient.setQueryData(coverageQuery.queryKey, next);
  const including = useMutation({
    mutationFn: (pcfId: number) => api.processCoverage.include({ pcfId }),
    onSuccess: keep,
  });
  const row = (element: CoverageElement, depth: number) => (
    <CoverageRow
      key={element.pcfId}
      element={element}
      depth={depth}
      onExclude={() => setExcluding(element)}
      onInclude={() => including.mutate(element.pcfId)}
    />
  );
  const data = map.data;
  const found = data && view !== 'all' && view !== 'unclassified' ? data.elements.filter((one) => fits(one, view)) : [];
  const loose = data && (view === 'all' || view === 'unclassified') ? data : null;
  const nothing =
    data && view !== 'all' && found.length === 0 && !(view === 'unclassified' && data.unclassified.length > 0);
  return (
    <Page
      title={t('process-coverage.title')}
      purpose={t('process-coverage.purpose')}
      action={
        <Button
          variant="default"
          component="a"
          href={`/api/process-coverage/file?language=${language}`}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('process-coverage.file')}
        </Button>
      }
      filters={
        <Group justify="space-between" w="100%">
          <WordFilter<CoverageView>
            label={t('process-coverage.which')}
            value={view}
            choices={coverageViews.map((value) => ({ value, label: labelOf(value) }))}
            onChange={(next) => void go({ search: next === 'all' ? {} : { view: next } })}
          />
          <PageLink to="/processes">{t('process.all')}</PageLink>
        </Group>
      }
    >
      <ErrorNote error={map.error ?? including.error} retry={() => void map.refetch()} />
      {map.isPending ? <RowsSkeleton height={48} /> : null}
      {data?.partial ? <Text role="status">{t('process-coverage.partial')}</Text> : null}
      {data && view === 'all' ? <Categories elements={data.elements} row={row} /> : null}
      {found.length > 0 ? <ul className={classes['rows']}>{found.map((element) => row(element, 0))}</ul> : null}
      {loose ? (
        <>
          <Loose title={t('process-coverage.view.unclassified')} models={loose.unclassified} />
          <Loose title={t('process-coverage.outside')} models={view === 'all' ? loose.outside : []} />
        </>
      ) : null}
      {nothing ? (
        <EmptyState icon={IconMap2} title={t('process-coverage.none')} hint={t('process-coverage.none-hint')} />
      ) : null}
      {data ? (
        <footer className={classes['notice']}>
          <Text size="sm">{t('process-coverage.edition', { edition: data.edition })}</Text>
          <p dir="ltr" lang="en">
            {data.notice}
          </p>
        </footer>
      ) : null}
      {excluding ? (
        <ReasonDialog
          title={t('process-coverage.exclude-named', { name: text(excluding.name) })}
          hint={t('process-coverage.exclude-hint')}
          onClose={() => setExcluding(null)}
          onReason={async (reason) => {
            keep(await api.processCoverage.exclude({ pcfId: excluding.pcfId, reason }));
          }}
        />
      ) : null}
    </Page>
  );

  function labelOf(one: CoverageView): string {
    const label = t(`process-coverage.view.${one}`);
    const count = one === 'all' || !data ? null : data.counts[one];
    return count ? t('process-coverage.counted', { label, count }) : label;
  }
}

const fits = (element: CoverageElement, view: CoverageView): boolean =>
  view === 'twice' ? element.twice : element.state === view;

/** Categories can be closed; one in which something is covered or excluded begins open. */
function Categories({
  elements,
  row,
}: {
  elements: readonly CoverageElement[];
  row: (element: CoverageElement, depth: number) => ReactNode;
}) {
  const t = useT();
  const text = useLocaleText();
  const of = Map.groupBy(elements, ({ number }) => number.split('.')[0]!);
  return [...of.values()].map(([category, ...below]) => {
    const touched = [category!, ...below].some(saysMore);
    return (
      <details key={category!.pcfId} className={classes['category']} open={touched || below.length > 10}>
        <summary>
          <Ltr>{category!.number}</Ltr> <bdi>{text(category!.name)}</bdi>
          <Text span size="sm" c="dimmed">
            {t('process-coverage.elements', { count: below.length + 1 })}
          </Text>
        </summary>
        <ul className={classes['rows']}>
          {saysMore(category!) || below.length === 0 ? row(category!, 0) : null}
          {below.map((element) => row(element, element.number.split('.').length - 1))}
        </ul>
      </details>
    );
  });
}

const saysMore = ({ models, exclusion }: CoverageElement): boolean => models.length > 0 || exclusion !== null;

function Loose({ title, models }: { title: string; models: readonly CoveringModel[] }) {
  if (models.length === 0) return null;
  return (
    <section className={classes['loose']} aria-label={title}>
      <Text fw={600}>{title}</Text>
      {models.map((model) => (
        <ModelLine key={model.id} model={model} />
      ))}
    </section>
  );
}
