// Period, unit and kind of the figures, as words in a bar; they live in the address.
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { caseKinds } from './case-choices.ts';
import { type FigurePeriod, figurePeriods, type FiguresSearch } from './figures-search.ts';
import classes from './figures.module.css';
import { unitsQuery } from './use-names.ts';

const CustomPeriod = lazy(() => import('./custom-period.tsx').then((file) => ({ default: file.CustomPeriod })));

type FiltersProps = { search: FiguresSearch; show: (change: Partial<FiguresSearch>) => void };

export function FiguresFilters({ search, show }: FiltersProps) {
  const t = useT();
  const units = useQuery(unitsQuery).data?.items ?? [];
  return (
    <div className={classes['filters']}>
      <SegmentedControl
        aria-label={t('figures.period')}
        data={figurePeriods.map((value) => ({ value, label: t(`figures.period.${value}`) }))}
        value={search.period ?? 'year'}
        onChange={(value) => show({ period: value as FigurePeriod })}
      />
      <TreeSelect
        aria-label={t('case.fact.unit')}
        placeholder={t('figures.all-units')}
        entries={units}
        clearable
        value={search.unitId ?? null}
        onChange={(unitId) => show({ unitId: unitId ?? undefined })}
      />
      <Select
        aria-label={t('case.fact.kind')}
        placeholder={t('figures.all-kinds')}
        data={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
        clearable
        value={search.kind ?? null}
        onChange={(kind) => show({ kind: caseKinds.find((one) => one === kind) })}
      />
      {search.period === 'custom' ? (
        <Suspense fallback={null}>
          <CustomPeriod search={search} show={show} />
        </Suspense>
      ) : null}
    </div>
  );
}
