// The filters in force, each as words that can be taken away.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { CustomerKind, CustomerStage, Gender } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { type CustomerSearch, type FilterName, filterNames, ownFilters, withFilter } from './customer-search.ts';
import classes from './customers.module.css';
import { useLists, useRegionName } from './use-lists.ts';

type Shown = { name: string; label: string; value: string };
type ActiveFiltersProps = { search: CustomerSearch; onChange: (search: CustomerSearch) => void };

export function ActiveFilters({ search, onChange }: ActiveFiltersProps) {
  const t = useT();
  const shown = useShown(search);
  if (shown.length === 0) return null;
  return (
    <div className={classes['active']} role="group" aria-label={t('customer.filters-in-force')}>
      {shown.map(({ name, label, value }) => (
        <button
          key={name}
          type="button"
          className={classes['word']}
          onClick={() => onChange(withFilter(search, name, null))}
        >
          <VisuallyHidden>{t('customer.filter-remove')}</VisuallyHidden>
          <span className={classes['word-name']}>{label}</span>
          <bdi>{value}</bdi>
          <IconX size={14} aria-hidden />
        </button>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(search.q ? { q: search.q } : {})}>
        {t('customer.filters-clear')}
      </Button>
    </div>
  );
}

function useShown(search: CustomerSearch): Shown[] {
  const t = useT();
  const text = useLocaleText();
  const lists = useLists();
  const region = useRegionName(lists.regions);
  const units = useUnits();
  const person = search.responsibleId && search.responsibleId !== 'me' ? search.responsibleId : null;
  const people = useQuery({
    ...orpc.organisation.listPeople.queryOptions({ input: { limit: 100 } }),
    enabled: person !== null,
  }).data?.items;

  function valueOf(name: FilterName, value: string): string {
    if (name === 'kind') return t(`customer.kind.${CustomerKind.parse(value)}`);
    if (name === 'stage') return t(`customer.stage.${CustomerStage.parse(value)}`);
    if (name === 'gender') return t(`customer.gender.${Gender.parse(value)}`);
    if (name === 'regionId') return region(value);
    if (name === 'responsibleUnitId') return text(units.find((unit) => unit.id === value)?.name);
    if (name === 'responsibleId')
      return value === 'me' ? t('customer.me') : (people?.find((one) => one.id === value)?.name ?? '');
    return text(lists.choices.find((choice) => choice.id === value)?.name);
  }

  return [
    ...filterNames.flatMap((name) => {
      const value = search[name];
      const key = name === 'responsibleId' ? 'responsible' : name;
      return value === undefined ? [] : [{ name, label: t(`customer.${key}`), value: valueOf(name, value) }];
    }),
    ...ownFilters(search).map(([key, value]) => {
      const field = lists.fields.find((one) => one.key === key);
      const choice = field?.choices.find((one) => one.key === value);
      const word = field?.type === 'yes-no' ? t(value === 'yes' ? 'customer.yes' : 'customer.no') : value;
      return { name: `f.${key}`, label: field ? text(field.name) : key, value: choice ? text(choice.name) : word };
    }),
  ];
}
