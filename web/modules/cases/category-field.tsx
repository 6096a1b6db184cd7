// Chooses a category among those that take this kind of case.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { categoriesQuery } from './use-names.ts';
import type { CaseView } from './wire.ts';

export function CategoryField({ name, kind }: { name: string; kind: CaseView['kind'] }) {
  const t = useT();
  const { setValue } = useFormContext();
  const chosen = useWatch({ name }) as string | null;
  const all = useQuery(categoriesQuery).data?.items;
  const allowed = all?.filter((one) => one.id === chosen || one.active).filter((one) => takes(one, kind)) ?? [];
  const misfit = chosen !== null && all?.some((one) => one.id === chosen && !takes(one, kind));

  // The server would refuse it; the choice is empty again where the reader can see it.
  useEffect(() => {
    if (misfit) setValue(name, null);
  }, [misfit, name, setValue]);

  return <TreeField name={name} label={t('case.fact.category_id')} hint={t('case.category-hint')} entries={allowed} />;
}

function takes(category: { kinds: readonly string[] }, kind: string): boolean {
  return category.kinds.length === 0 || category.kinds.includes(kind);
}
