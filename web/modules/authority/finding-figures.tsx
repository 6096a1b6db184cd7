// How many findings there are by unit and action, of a type and a period; small groups say that they are hidden.
import { SegmentedControl, Select, Table, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import classes from './authority.module.css';
import { useAuthorityNames } from './use-authority.ts';
import { findingPeriods, findingTypes } from './views.ts';

const route = getRouteApi('/shell/authority/findings');

export function FindingFigures() {
  const t = useT();
  const { type, period = '90-days' } = route.useSearch();
  const go = route.useNavigate();
  const { actionName, unitName } = useAuthorityNames();
  const query = useQuery({
    ...orpc.authority.figures.queryOptions({ input: { period, ...(type ? { type } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const figures = query.data;
  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl
          aria-label={t('authority.period')}
          value={period}
          data={findingPeriods.map((value) => ({ value, label: t(`authority.period.${value}`) }))}
          onChange={(chosen) =>
            void go({
              search: (before) => ({ ...before, period: findingPeriods.find((one) => one === chosen) }),
              replace: true,
            })
          }
        />
        <Select
          aria-label={t('authority.type')}
          placeholder={t('authority.all-types')}
          data={findingTypes.map((value) => ({ value, label: t(`authority.finding.${value}`) }))}
          clearable
          value={type ?? null}
          onChange={(chosen) =>
            void go({
              search: (before) => ({ ...before, type: findingTypes.find((one) => one === chosen) }),
              replace: true,
            })
          }
        />
      </div>
      {type ? (
        <Text size="sm" mb="sm">
          {t(`authority.finding-meaning.${type}`)}
        </Text>
      ) : null}
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={4} /> : null}
      {figures && figures.unitIds.length === 0 ? (
        <EmptyState
          icon={IconListSearch}
          title={t('authority.no-findings')}
          hint={t('authority.no-findings.figures')}
        />
      ) : null}
      {figures && figures.unitIds.length > 0 ? (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table must scroll by keyboard */}
          <div className={classes['table']} tabIndex={0} role="region" aria-label={t('authority.findings.figures')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('authority.unit')}</Table.Th>
                  {figures.actionIds.map((id) => (
                    <Table.Th key={id} scope="col" data-numeric>
                      <bdi>{actionName(id)}</bdi>
                    </Table.Th>
                  ))}
                  <Table.Th scope="col" data-numeric>
                    {t('authority.all')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {figures.unitIds.map((id, row) => (
                  <Table.Tr key={id ?? 'none'}>
                    <Table.Th scope="row">
                      <bdi>{unitName(id)}</bdi>
                    </Table.Th>
                    {figures.actionIds.map((actionId, column) => (
                      <Count key={actionId} value={figures.cells[row]?.[column] ?? null} />
                    ))}
                    <Count value={figures.ofUnits[row] ?? null} />
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th scope="row">{t('authority.all')}</Table.Th>
                  {figures.actionIds.map((id, column) => (
                    <Count key={id} value={figures.ofActions[column] ?? null} />
                  ))}
                  <Count value={figures.total} />
                </Table.Tr>
              </Table.Tfoot>
            </Table>
          </div>
          <Text size="sm" c="dimmed" mt="sm">
            {t('authority.hidden-hint')}
          </Text>
        </>
      ) : null}
    </>
  );
}

function Count({ value }: { value: number | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table.Td data-numeric data-hidden={value === null || undefined}>
      {value === null ? t('authority.hidden') : format.number(value)}
    </Table.Td>
  );
}
