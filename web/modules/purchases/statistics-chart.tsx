// The statistics as bars with their numbers beside them: a group of bars for each row, hidden ones named.
import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { StatisticsSearch } from './statistics-search.ts';
import classes from './statistics.module.css';
import { type Statistics, useValueName } from './use-statistics.ts';

/** More bars beside each other than this are read better as numbers. */
const mostColumns = 7;
/** Of more rows the largest are drawn. */
const mostRows = 20;

export function StatisticsChart({ statistics, search }: { statistics: Statistics; search: StatisticsSearch }) {
  const t = useT();
  const id = useId();
  const nameOf = useValueName();
  const { rows, columns, cells } = statistics;
  const most = Math.max(1, ...cells.flat().map((value) => value ?? 0));
  const all = rows.map((row, index) => ({ row, values: cells[index] ?? [] }));
  const drawn =
    all.length > mostRows ? all.toSorted((a, b) => sumOf(b.values) - sumOf(a.values)).slice(0, mostRows) : all;
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="sm">
        {t('buyers.chart')}
      </Title>
      {columns.length > mostColumns ? (
        <Text c="dimmed">{t('buyers.chart-too-many')}</Text>
      ) : (
        <>
          {rows.length > mostRows ? (
            <Text c="dimmed" size="sm" mb="sm">
              {t('buyers.chart-largest', { number: mostRows })}
            </Text>
          ) : null}
          <ul className={classes['groups']}>
            {drawn.map(({ row, values }) => (
              <li key={row.key} className={classes['group']}>
                <span className={classes['name']}>
                  <bdi>{nameOf(row, search.rows ?? 'province')}</bdi>
                </span>
                <ul className={classes['bars']}>
                  {columns.map((column, place) => (
                    <Bar
                      key={column.key}
                      {...(search.columns ? { label: nameOf(column, search.columns) } : {})}
                      value={values[place] ?? null}
                      most={most}
                      place={place}
                    />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function Bar({ label, value, most, place }: { label?: string; value: number | null; most: number; place: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <li className={classes['line']} data-labelled={label !== undefined || undefined}>
      {label === undefined ? null : (
        <span className={classes['label']}>
          <bdi>{label}</bdi>
        </span>
      )}
      {value === null ? (
        <span className={classes['hidden']}>{t('buyers.hidden')}</span>
      ) : (
        <span className={classes['track']}>
          <span className={classes['fill']} data-place={place % 4} style={{ inlineSize: `${(value / most) * 100}%` }} />
          <span className={classes['value']}>{format.number(value)}</span>
        </span>
      )}
    </li>
  );
}
