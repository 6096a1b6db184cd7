// Moving, adding and removing fields of a form that is being designed. Pure: each answers with new sections.
import {
  decidingTypes,
  fieldsOf,
  newField,
  type FieldType,
  type FormField,
  type FormSection,
} from '#kernel/forms/form-definition.ts';

/** Of a field: its section, and which one in it. */
export type Place = { section: number; index: number };

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a?.section === b?.section && a?.index === b?.index;

/** One step on; over the edge of a section into the next. Null where there is no way further. */
export function stepFrom(sections: readonly FormSection[], place: Place, by: -1 | 1): Place | null {
  const index = place.index + by;
  const own = sections[place.section];
  if (own && index >= 0 && index < own.fields.length) return { section: place.section, index };
  const next = sections[place.section + by];
  return next ? { section: place.section + by, index: by > 0 ? 0 : next.fields.length } : null;
}

/** `to` counts in the section as it is without the field. */
export function moveField(sections: readonly FormSection[], from: Place, to: Place): FormSection[] {
  const field = sections[from.section]?.fields[from.index];
  if (!field) return [...sections];
  return insertField(removeField(sections, from), to, field);
}

export function insertField(sections: readonly FormSection[], at: Place, field: FormField): FormSection[] {
  return changeFields(sections, at.section, (fields) => fields.toSpliced(at.index, 0, field));
}

export function removeField(sections: readonly FormSection[], at: Place): FormSection[] {
  return changeFields(sections, at.section, (fields) => fields.toSpliced(at.index, 1));
}

function changeFields(
  sections: readonly FormSection[],
  at: number,
  change: (fields: readonly FormField[]) => FormField[],
): FormSection[] {
  return sections.map((section, index) => (index === at ? { ...section, fields: change(section.fields) } : section));
}

/** With a key that no other has: `date`, `date-2`, … */
export function freshField(sections: readonly FormSection[], type: FieldType, currency: string): FormField {
  const field = newField(type, freshKey(fieldsOf({ sections }), type));
  if (type === 'amount') return { ...field, currency };
  const choices = [1, 2].map((number) => ({ key: `choice-${number}`, label: {} }));
  return type === 'one-of' || type === 'several-of' ? { ...field, choices } : field;
}

export function freshKey(list: readonly { key: string }[], stem: string): string {
  const taken = new Set(list.map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** Fields that one at this place may depend on. */
export function decidersBefore(sections: readonly FormSection[], { section, index }: Place): FormField[] {
  const before = sections.slice(0, section).flatMap(({ fields }) => fields);
  return [...before, ...(sections[section]?.fields.slice(0, index) ?? [])].filter(({ type }) =>
    decidingTypes.includes(type),
  );
}
