// The filters in force, each as words that can be taken away.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { caseQuery } from './case-queries.ts';
import { type CaseSearch, type FilterName, shownFilters, withFilter } from './case-search.ts';
import classes from './inbox.module.css';
import { useCaseSearch, useOpenCaseId, useShowCases } from './use-case-search.ts';
import { useNames, usePersonName } from './use-names.ts';

export function ActiveFilters({ search }: { search: CaseSearch }) {
  const t = useT();
  const show = useShowCases();
  const value = useFilterText(search);
  const shown = shownFilters(search);
  if (shown.length === 0) return null;
  return (
    <div className={classes['active']} role="group" aria-label={t('case.filters-in-force')}>
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          className={classes['word']}
          onClick={() => show(withFilter(search, { [name]: undefined }))}
        >
          <VisuallyHidden>{t('case.filter-remove')}</VisuallyHidden>
          <span className={classes['word-name']}>{t(`case.filter.${name}`)}</span>
          <bdi>{value(name)}</bdi>
          <IconX size={14} aria-hidden />
        </button>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => show({})}>
        {t('case.filters-clear')}
      </Button>
    </div>
  );
}

function useFilterText(search: CaseSearch): (name: FilterName) => string {
  const t = useT();
  const names = useNames();
  const person = search.assignee && search.assignee !== 'me' && search.assignee !== 'none';
  const personName = usePersonName(Boolean(person));
  const openId = useOpenCaseId();
  const customer = useQuery({
    ...caseQuery(openId ?? ''),
    enabled: openId !== null && search.customerId !== undefined,
  }).data?.customer;
  return (name) => {
    if (name === 'state')
      return search.state === 'any' ? t('case.state.any') : t(`case.state.${search.state ?? 'open'}`);
    if (name === 'outcome' && search.outcome) return t(`ui.case-word.${search.outcome}`);
    if (name === 'kind' && search.kind) return t(`case.kind.${search.kind}`);
    if (name === 'channel' && search.channel) return t(`case.channel.${search.channel}`);
    if (name === 'priority' && search.priority) return t(`case.priority.${search.priority}`);
    if (name === 'due' && search.due) return t(`case.due.${search.due}-filter`);
    if (name === 'categoryId') return names.category(search.categoryId);
    if (name === 'unitId') return names.unit(search.unitId);
    if (name === 'disputed') return t('case.filter.disputed-yes');
    if (name === 'customerId')
      return customer && customer.id === search.customerId ? customer.name : t('case.filter.one-customer');
    if (search.assignee === 'me') return t('case.assignee.me');
    return search.assignee === 'none' ? t('case.assignee.none') : personName(search.assignee);
  };
}

/** For the empty list: are filters the reason? */
export function useHasFilters(): boolean {
  const search = useCaseSearch();
  return shownFilters(search).length > 0 || search.q !== undefined;
}
