// Chooses a colleague by any spelling of the name or by e-mail.
import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { normaliseText } from '#kernel/text/normalise.ts';
import { useT } from '#web/lib/i18n.ts';
import { peopleQuery } from './use-names.ts';

export type PersonSelectProps = Omit<SelectProps, 'data' | 'filter'> & {
  /** Offered before the people, such as `me`. */
  extra?: ReadonlyArray<{ value: string; label: string }>;
  /** Only people of this unit stand first; everybody else can still be found. */
  unitId?: string | null;
};

export function PersonSelect({ extra = [], unitId, ...props }: PersonSelectProps) {
  const t = useT();
  const people = (useQuery(peopleQuery).data ?? []).filter((person) => person.active);
  const near = (person: (typeof people)[number]): number => (unitId && person.unitIds.includes(unitId) ? 0 : 1);
  const words = new Map(people.map((person) => [person.id, normaliseText(`${person.name} ${person.email}`)]));
  return (
    <Select
      searchable
      nothingFoundMessage={t('ui.nothing-found')}
      {...props}
      data={[
        ...extra,
        ...people
          .toSorted((a, b) => near(a) - near(b) || a.name.localeCompare(b.name))
          .map((person) => ({ value: person.id, label: person.name })),
      ]}
      filter={({ options, search }) => {
        const wanted = normaliseText(search);
        return options.filter(
          (option) =>
            'value' in option && (words.get(option.value) ?? normaliseText(String(option.label))).includes(wanted),
        );
      }}
      limit={50}
    />
  );
}
