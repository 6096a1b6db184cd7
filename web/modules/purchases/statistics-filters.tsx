// What the rows and columns are, the period, and whom the statistics are limited to; all of it lives in the address.
import { Button, Collapse, Select, SegmentedControl } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { addMonths, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Choice } from '#web/ui/form/choice-field.tsx';
import {
  type Dimension,
  dimensions,
  type FilterName,
  filterNames,
  type StatisticsSearch,
} from './statistics-search.ts';
import classes from './statistics.module.css';
import { useStatisticsChoices } from './use-statistics.ts';

const PeriodFields = lazy(() => import('./period-fields.tsx').then((file) => ({ default: file.PeriodFields })));

type Change = { [Name in keyof StatisticsSearch]?: StatisticsSearch[Name] | undefined };
export type StatisticsFiltersProps = { search: StatisticsSearch; show: (change: Change) => void };

export function StatisticsFilters({ search, show }: StatisticsFiltersProps) {
  const t = useT();
  const set = filterNames.filter((name) => search[name] !== undefined);
  const [open, setOpen] = useState(set.length > 0);
  const rows = search.rows ?? 'province';
  const choices = (besides: Dimension | undefined) =>
    dimensions
      .filter((value) => value !== besides && (value !== 'city' || search.provinceId !== undefined))
      .map((value) => ({ value, label: t(`buyers.dimension.${value}`) }));
  return (
    <div className={classes['filters']}>
      <div className={classes['bar']}>
        <Select
          label={t('buyers.rows')}
          data={choices(search.columns)}
          value={rows}
          allowDeselect={false}
          onChange={(value) => show({ rows: dimensions.find((one) => one === value), cell: undefined })}
        />
        <Select
          label={t('buyers.columns')}
          placeholder={t('buyers.no-columns')}
          data={choices(rows)}
          clearable
          value={search.columns ?? null}
          onChange={(value) => show({ columns: dimensions.find((one) => one === value), cell: undefined })}
        />
        <Period search={search} show={show} />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={open}
          aria-controls="statistics-filters"
          onClick={() => setOpen(!open)}
        >
          {set.length > 0 ? t('buyers.filters-set', { count: set.length }) : t('buyers.filters')}
        </Button>
      </div>
      <Collapse expanded={open} id="statistics-filters">
        <Limits search={search} show={show} />
      </Collapse>
    </div>
  );
}

function Limits({ search, show }: StatisticsFiltersProps) {
  const t = useT();
  const lists: Record<FilterName, readonly Choice[]> = {
    provinceId: useStatisticsChoices('provinces'),
    kind: (['person', 'company'] as const).map((value) => ({ value, label: t(`sale.kind.${value}`) })),
    gender: (['female', 'male'] as const).map((value) => ({ value, label: t(`sale.gender.${value}`) })),
    ageGroupId: useStatisticsChoices('ageGroups'),
    incomeBandId: useStatisticsChoices('incomeBands'),
    educationId: useStatisticsChoices('educations'),
    socialGroupId: useStatisticsChoices('socialGroups'),
    categoryId: useStatisticsChoices('categories'),
  };
  const byCategory = search.rows === 'category' || search.columns === 'category';
  return (
    <div className={classes['bar']}>
      {filterNames
        .filter((name) => lists[name].length > 0 && (name !== 'categoryId' || !byCategory))
        .map((name) => (
          <Select
            key={name}
            label={t(`buyers.filter.${name}`)}
            placeholder={t('buyers.everybody')}
            data={lists[name].map(({ value, label }) => ({ value, label }))}
            clearable
            searchable={lists[name].length > 6}
            value={search[name] ?? null}
            onChange={(value) =>
              show({
                [name]: value ?? undefined,
                cell: undefined,
                ...(name === 'provinceId' && value === null ? withoutCities(search) : {}),
              })
            }
          />
        ))}
    </div>
  );
}

/** Cities are only those of a province. */
const withoutCities = ({ rows, columns }: StatisticsSearch): Change => ({
  ...(rows === 'city' ? { rows: undefined } : {}),
  ...(columns === 'city' ? { columns: undefined } : {}),
});

function Period({ search, show }: StatisticsFiltersProps) {
  const t = useT();
  const format = useFormat();
  const today = format.dayOf(new Date().toISOString());
  const monthsAgo = (months: number) => toIsoDate(addMonths(fromIsoDate(today, format.settings.calendar), -months));
  const spans = { month: monthsAgo(0), 'three-months': monthsAgo(2) };
  const known = Object.entries(spans).find(([, from]) => search.from === from && search.to === undefined)?.[0];
  const value = known ?? (search.from || search.to ? 'custom' : 'year');
  return (
    <>
      <SegmentedControl
        aria-label={t('buyers.period')}
        data={(['month', 'three-months', 'year', 'custom'] as const).map((one) => ({
          value: one,
          label: t(`buyers.period.${one}`),
        }))}
        value={value}
        onChange={(chosen) =>
          show({
            from:
              chosen === 'year' ? undefined : chosen === 'custom' ? monthsAgo(23) : spans[chosen as keyof typeof spans],
            to: chosen === 'custom' ? today : undefined,
            cell: undefined,
          })
        }
      />
      {value === 'custom' ? (
        <Suspense fallback={null}>
          <PeriodFields search={search} show={show} />
        </Suspense>
      ) : null}
    </>
  );
}
