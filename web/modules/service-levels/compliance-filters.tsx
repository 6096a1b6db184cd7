// Period, grouping and filters of the compliance page, as words in a bar; they live in the address.
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { caseWords, targets } from './case-words.ts';
import { CompliancePeriodFields } from './compliance-period-fields.tsx';
import { type CompliancePeriod, compliancePeriods, type ComplianceSearch, groupings } from './compliance-search.ts';
import classes from './compliance.module.css';
import { policiesQuery, segmentsQuery, unitsQuery } from './use-policies.ts';

type FiltersProps = { search: ComplianceSearch; show: (change: Partial<ComplianceSearch>) => void };

export function ComplianceFilters({ search, show }: FiltersProps) {
  const t = useT();
  const text = useLocaleText();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const segments = useQuery(segmentsQuery).data?.nodes ?? [];
  const policies = useQuery(policiesQuery).data?.items ?? [];
  return (
    <div className={classes['filters']}>
      <SegmentedControl
        aria-label={t('figures.period')}
        data={compliancePeriods.map((value) => ({ value, label: t(`compliance.period.${value}`) }))}
        value={search.period ?? '90-days'}
        onChange={(value) => show({ period: value as CompliancePeriod })}
      />
      <Select
        aria-label={t('compliance.by')}
        data={groupings.map((value) => ({ value, label: t(`compliance.by.${value}`) }))}
        allowDeselect={false}
        value={search.by ?? 'target'}
        onChange={(by) => show({ by: groupings.find((one) => one === by) })}
      />
      <Select
        aria-label={t('compliance.filter.target')}
        placeholder={t('compliance.any.target')}
        data={targets.map((value) => ({ value, label: t(`goal.target.${value}`) }))}
        clearable
        value={search.target ?? null}
        onChange={(target) => show({ target: targets.find((one) => one === target) })}
      />
      <Select
        aria-label={t('compliance.filter.policyId')}
        placeholder={t('compliance.any.policyId')}
        data={policies.map(({ id, name }) => ({ value: id, label: text(name) }))}
        clearable
        value={search.policyId ?? null}
        onChange={(policyId) => show({ policyId: policyId ?? undefined })}
      />
      <TreeSelect
        aria-label={t('compliance.filter.unitId')}
        placeholder={t('figures.all-units')}
        entries={units}
        clearable
        value={search.unitId ?? null}
        onChange={(unitId) => show({ unitId: unitId ?? undefined })}
      />
      <TreeSelect
        aria-label={t('compliance.filter.segmentId')}
        placeholder={t('service-policy.any.segmentIds')}
        entries={segments}
        clearable
        value={search.segmentId ?? null}
        onChange={(segmentId) => show({ segmentId: segmentId ?? undefined })}
      />
      <Select
        aria-label={t('compliance.filter.channel')}
        placeholder={t('compliance.any.channel')}
        data={caseWords.channels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
        clearable
        value={search.channel ?? null}
        onChange={(channel) => show({ channel: caseWords.channels.find((one) => one === channel) })}
      />
      <Select
        aria-label={t('compliance.filter.kind')}
        placeholder={t('figures.all-kinds')}
        data={caseWords.kinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
        clearable
        value={search.kind ?? null}
        onChange={(kind) => show({ kind: caseWords.kinds.find((one) => one === kind) })}
      />
      {search.period === 'custom' ? <CompliancePeriodFields search={search} show={show} /> : null}
    </div>
  );
}
