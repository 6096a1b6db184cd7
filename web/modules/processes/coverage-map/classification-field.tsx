// A field that chooses where a process stands in the classification: found by number or name, or an id typed that is not shipped.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { normaliseText } from '#kernel/text/normalise.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useField } from '#web/ui/form/use-field.ts';
import { classificationQuery } from './use-coverage.ts';

/** Its value is the id as text, or nothing. */
export function ClassificationField({ name }: { name: string }) {
  const t = useT();
  const text = useLocaleText();
  const label = t('process-class.label');
  const field = useField<string | undefined>({ name, label });
  const { data } = useQuery(classificationQuery);
  const [search, setSearch] = useState('');
  const known = (data?.elements ?? []).map((element) => ({
    value: String(element.pcfId),
    label: `${element.number} · ${text(element.name)}`,
    words: normaliseText(`${element.number} ${Object.values(element.name).join(' ')} ${element.pcfId}`),
    depth: element.number.endsWith('.0') ? 0 : element.number.split('.').length - 1,
  }));
  const typed = normaliseText(search);
  const others = [field.value, /^[1-9]\d{4}$/.test(typed) ? typed : undefined]
    .filter((id) => id !== undefined)
    .filter((id, at, all) => all.indexOf(id) === at && !known.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: t('process-class.outside', { id }), words: id, depth: 0 }));
  const all = [...known, ...others];
  const byId = new Map(all.map((one) => [one.value, one]));
  return (
    <Select
      label={label}
      description={t('process-class.hint')}
      searchable
      clearable
      nothingFoundMessage={t('ui.nothing-found')}
      data={all.map(({ value, label: shown }) => ({ value, label: shown }))}
      limit={60}
      filter={({ options, search: words }) =>
        options.filter((one) => 'value' in one && byId.get(String(one.value))?.words.includes(normaliseText(words)))
      }
      renderOption={({ option }) => (
        <span style={{ paddingInlineStart: (byId.get(option.value)?.depth ?? 0) * 14 }}>{option.label}</span>
      )}
      onSearchChange={setSearch}
      ref={field.ref}
      value={field.value ?? null}
      onChange={(value) => field.change(value ?? undefined)}
      onBlur={field.blur}
      error={field.error}
    />
  );
}
