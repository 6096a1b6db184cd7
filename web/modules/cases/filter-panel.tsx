// All filters of the inbox in one small panel; each choice takes effect at once and stands in the address.
import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { caseChannels, caseKinds, caseOutcomes, casePriorities, caseStates, dueChoices } from './case-choices.ts';
import { type CaseSearch, type FilterName, withFilter } from './case-search.ts';
import classes from './inbox.module.css';
import { PersonSelect } from './person-select.tsx';
import { useShowCases } from './use-case-search.ts';
import { categoriesQuery, unitsQuery } from './use-names.ts';

export function FilterPanel({ search }: { search: CaseSearch }) {
  const t = useT();
  const show = useShowCases();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const set = (name: FilterName, value: unknown) => show(withFilter(search, { [name]: value ?? undefined }));
  const shared = {
    size: 'sm',
    comboboxProps: { withinPortal: false },
    placeholder: t('case.any'),
    clearable: true,
  } as const;

  return (
    <div className={classes['filter']}>
      <Select
        {...shared}
        label={t('case.filter.state')}
        data={[...caseStates, 'any' as const].map((value) => ({ value, label: t(`case.state.${value}`) }))}
        value={search.state ?? (search.outcome ? null : Object.keys(search).length === 0 ? 'open' : null)}
        onChange={(value) => set('state', value ?? 'any')}
      />
      <Select
        {...shared}
        label={t('case.filter.outcome')}
        data={caseOutcomes.map((value) => ({ value, label: t(`ui.case-word.${value}`) }))}
        value={search.outcome ?? null}
        onChange={(value) =>
          show(withFilter(search, { outcome: value ?? undefined, state: value ? 'closed' : search.state }))
        }
      />
      <Select
        {...shared}
        label={t('case.filter.kind')}
        data={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
        value={search.kind ?? null}
        onChange={(value) => set('kind', value)}
      />
      <TreeSelect
        {...shared}
        label={t('case.filter.categoryId')}
        entries={categories}
        value={search.categoryId ?? null}
        onChange={(value) => set('categoryId', value)}
      />
      <TreeSelect
        {...shared}
        label={t('case.filter.unitId')}
        entries={units}
        value={search.unitId ?? null}
        onChange={(value) => set('unitId', value)}
      />
      <PersonSelect
        {...shared}
        label={t('case.filter.assignee')}
        extra={[
          { value: 'me', label: t('case.assignee.me') },
          { value: 'none', label: t('case.assignee.none') },
        ]}
        value={search.assignee ?? null}
        onChange={(value) => set('assignee', value)}
      />
      <Select
        {...shared}
        label={t('case.filter.channel')}
        data={caseChannels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
        value={search.channel ?? null}
        onChange={(value) => set('channel', value)}
      />
      <Select
        {...shared}
        label={t('case.filter.priority')}
        data={casePriorities.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
        value={search.priority ?? null}
        onChange={(value) => set('priority', value)}
      />
      <Select
        {...shared}
        label={t('case.filter.due')}
        data={dueChoices.map((value) => ({ value, label: t(`case.due.${value}-filter`) }))}
        value={search.due ?? null}
        onChange={(value) => set('due', value)}
      />
      <Select
        {...shared}
        clearable={false}
        allowDeselect={false}
        label={t('case.order')}
        data={(['latest', 'oldest', 'due'] as const).map((value) => ({ value, label: t(`case.order.${value}`) }))}
        value={search.order ?? 'latest'}
        onChange={(value) => {
          const { order: _, ...rest } = search;
          show(value === 'oldest' || value === 'due' ? { ...rest, order: value } : rest);
        }}
      />
      <Checkbox
        label={t('case.filter.disputed-yes')}
        checked={search.disputed ?? false}
        onChange={(event) => set('disputed', event.currentTarget.checked || undefined)}
      />
    </div>
  );
}
