/** @jsxImportSource preact */
// The subject of a case in two steps, the second only where the first has parts.
import type { CaseKind } from '#contract/catalogue.ts';
import { SelectField } from './field.tsx';
import { nameIn, usePortal } from './portal-context.ts';

interface CategoryFieldProps {
  kind: CaseKind;
  value: string;
  onChange: (id: string) => void;
  fault: string | null;
}

export function CategoryField({ kind, value, onChange, fault }: CategoryFieldProps) {
  const { t, info, language } = usePortal();
  // No kinds means any kind.
  const fitting = info.categories.filter((each) => each.kinds.length === 0 || each.kinds.includes(kind));
  const known = new Set(fitting.map((each) => each.id));
  // A part whose whole does not fit this kind still has to be reachable.
  const tops = fitting.filter((each) => each.parentId === null || !known.has(each.parentId));
  const chosen = fitting.find((each) => each.id === value);
  const top = tops.find((each) => each === chosen) ?? tops.find((each) => each.id === chosen?.parentId);
  const parts = top ? fitting.filter((each) => each.parentId === top.id) : [];
  if (tops.length === 0) return null;
  return (
    <>
      <SelectField
        name="categoryId"
        label={t('submit.category')}
        value={top?.id ?? ''}
        onChange={onChange}
        fault={fault}
        optional
      >
        <option value="">{t('submit.category.none')}</option>
        {tops.map((each) => (
          <option key={each.id} value={each.id}>
            {nameIn(language, each.name)}
          </option>
        ))}
      </SelectField>
      {parts.length > 0 && (
        <SelectField
          name="subcategoryId"
          label={t('submit.subcategory')}
          value={chosen === top ? '' : value}
          onChange={(id) => onChange(id || (top?.id ?? ''))}
          optional
        >
          <option value="">{t('submit.category.none')}</option>
          {parts.map((each) => (
            <option key={each.id} value={each.id}>
              {nameIn(language, each.name)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
