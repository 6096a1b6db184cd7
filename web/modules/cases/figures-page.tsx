// Figures that cannot be dressed: what became of claims, how old open cases are, and how the smallest customers are served.
import { Button, Group } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { AgeChart } from './age-chart.tsx';
import { ClaimEndsChart } from './claim-ends-chart.tsx';
import { saveCsv } from './figures-csv.ts';
import { FiguresFilters } from './figures-filters.tsx';
import { FiguresTables } from './figures-tables.tsx';
import classes from './figures.module.css';
import { SegmentsChart } from './segments-chart.tsx';
import { Headlines } from './headlines.tsx';
import { MonthsChart } from './months-chart.tsx';
import { useFigureTables } from './use-figure-tables.ts';
import { useFigures, useFiguresSearch } from './use-figures.ts';
import type { CaseFigures } from './wire.ts';

export function FiguresPage() {
  const t = useT();
  const { search, show } = useFiguresSearch();
  const query = useFigures(search);
  return (
    <Page
      title={t('figures.title')}
      purpose={t('figures.purpose')}
      filters={<FiguresFilters search={search} show={show} />}
    >
      {query.isPending ? <TextSkeleton lines={12} /> : null}
      {query.isError && !query.data ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <Figures
          figures={query.data}
          asTable={search.view === 'table'}
          onToggle={() => show({ view: search.view === 'table' ? undefined : 'table' })}
        />
      ) : null}
    </Page>
  );
}

function Figures({ figures, asTable, onToggle }: { figures: CaseFigures; asTable: boolean; onToggle: () => void }) {
  const t = useT();
  const format = useFormat();
  const tables = useFigureTables(figures);
  const nothing = figures.registered === 0 && figures.claims.claims === 0 && figures.openNow + figures.claimedNow === 0;
  if (nothing) return <EmptyState icon={IconChartBar} title={t('figures.empty')} hint={t('figures.empty-hint')} />;
  return (
    <div className={classes['figures']}>
      <div className={classes['period']}>
        <span>
          {t('figures.period-is', {
            from: format.date(figures.from, 'long'),
            to: format.date(new Date(Date.parse(figures.to) - 1).toISOString(), 'long'),
          })}
        </span>
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            aria-pressed={asTable}
            leftSection={asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            onClick={onToggle}
          >
            {t(asTable ? 'figures.as-charts' : 'figures.as-tables')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() =>
              saveCsv(tables, `${t('figures.file-name')}-${format.dayOf(figures.from)}-${format.dayOf(figures.to)}.csv`)
            }
          >
            {t('figures.export')}
          </Button>
        </Group>
      </div>
      <Headlines figures={figures} />
      {asTable ? (
        <FiguresTables tables={tables} />
      ) : (
        <>
          <ClaimEndsChart claims={figures.claims} />
          <SegmentsChart segments={figures.bySegment} />
          <AgeChart bands={figures.openByAge} oldest={figures.oldestOpenAt} />
          <MonthsChart months={figures.months} />
        </>
      )}
    </div>
  );
}
