// All filters of the list in one small panel; each choice takes effect at once and stands in the address.
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { CustomerKind, CustomerStage, Gender, type CustomerField, type FieldClass } from '#contract/customer-record.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { PersonPicker, useUnits } from '#web/modules/organisation/index.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { type CustomerSearch, withFilter } from './customer-search.ts';
import classes from './customers.module.css';
import { type ChoiceFieldName, choiceFieldNames, type Lists, useChoices, useLists } from './use-lists.ts';

export type FilterPanelProps = {
  search: CustomerSearch;
  /** Classes that may not be filtered by. */
  hidden: readonly FieldClass[];
  onChange: (search: CustomerSearch) => void;
};

export function FilterPanel({ search, hidden, onChange }: FilterPanelProps) {
  const t = useT();
  const units = useUnits();
  const lists = useLists();
  const set = (name: string, value: string | null) => onChange(withFilter(search, name, value));
  const shared = {
    size: 'sm',
    comboboxProps: { withinPortal: false },
    placeholder: t('customer.any'),
    clearable: true,
  };
  const mine = search.responsibleId === 'me';
  return (
    <div className={classes['filter']}>
      <Select
        {...shared}
        label={t('customer.kind')}
        data={CustomerKind.options.map((value) => ({ value, label: t(`customer.kind.${value}`) }))}
        value={search.kind ?? null}
        onChange={(value) => set('kind', value)}
      />
      <Select
        {...shared}
        label={t('customer.stage')}
        data={CustomerStage.options.map((value) => ({ value, label: t(`customer.stage.${value}`) }))}
        value={search.stage ?? null}
        onChange={(value) => set('stage', value)}
      />
      {hidden.includes('place') ? null : (
        <TreeSelect
          {...shared}
          label={t('customer.regionId')}
          entries={lists.regions}
          value={search.regionId ?? null}
          onChange={(value) => set('regionId', value)}
        />
      )}
      <TreeSelect
        {...shared}
        label={t('customer.responsibleUnitId')}
        entries={units}
        value={search.responsibleUnitId ?? null}
        onChange={(value) => set('responsibleUnitId', value)}
      />
      {mine ? null : (
        <PersonPicker
          label={t('customer.responsible')}
          value={search.responsibleId ?? null}
          onChange={(value) => set('responsibleId', value)}
        />
      )}
      {hidden.includes('demographic') ? null : (
        <>
          <Select
            {...shared}
            label={t('customer.gender')}
            data={Gender.options.map((value) => ({ value, label: t(`customer.gender.${value}`) }))}
            value={search.gender ?? null}
            onChange={(value) => set('gender', value)}
          />
          {choiceFieldNames.map((name) => (
            <ChoiceFilter key={name} name={name} lists={lists} value={search[name] ?? null} onChange={set} />
          ))}
        </>
      )}
      {lists.fields
        .filter((field) => field.active && !hidden.includes(field.fieldClass))
        .map((field) => (
          <OwnFilter
            key={field.id}
            field={field}
            value={search[`f.${field.key}`] ?? null}
            onChange={(value) => set(`f.${field.key}`, value)}
          />
        ))}
      <Checkbox
        label={t('customer.filter-mine')}
        checked={mine}
        onChange={(event) => set('responsibleId', event.currentTarget.checked ? 'me' : null)}
      />
    </div>
  );
}

type ChoiceFilterProps = {
  name: ChoiceFieldName;
  lists: Lists;
  value: string | null;
  onChange: (name: string, value: string | null) => void;
};

function ChoiceFilter({ name, lists, value, onChange }: ChoiceFilterProps) {
  const t = useT();
  return (
    <Select
      size="sm"
      comboboxProps={{ withinPortal: false }}
      placeholder={t('customer.any')}
      clearable
      label={t(`customer.${name}`)}
      data={useChoices(lists, name, value)}
      value={value}
      onChange={(chosen) => onChange(name, chosen)}
    />
  );
}

type OwnFilterProps = { field: CustomerField; value: string | null; onChange: (value: string | null) => void };

function OwnFilter({ field, value, onChange }: OwnFilterProps) {
  const t = useT();
  const text = useLocaleText();
  const tell = useDebouncedCallback((typed: string) => onChange(typed.trim() || null), 400);
  const label = text(field.name);
  if (field.type === 'choice' || field.type === 'yes-no') {
    const data =
      field.type === 'choice'
        ? field.choices.map(({ key, name }) => ({ value: key, label: text(name) }))
        : [
            { value: 'yes', label: t('customer.yes') },
            { value: 'no', label: t('customer.no') },
          ];
    return (
      <Select
        size="sm"
        comboboxProps={{ withinPortal: false }}
        placeholder={t('customer.any')}
        clearable
        label={label}
        data={data}
        value={value}
        onChange={onChange}
      />
    );
  }
  const spans = field.type === 'number' || field.type === 'date';
  return (
    <TextInput
      size="sm"
      label={label}
      {...(spans ? { dir: 'ltr', placeholder: field.type === 'date' ? '2026-01-01..2026-12-31' : '10..20' } : {})}
      defaultValue={value ?? ''}
      onChange={(event) => tell(event.currentTarget.value)}
    />
  );
}
