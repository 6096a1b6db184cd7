// The first and the last month of a period, each by a day in it.
import { useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateField } from '#web/ui/form/date-field.tsx';
import type { StatisticsFiltersProps } from './statistics-filters.tsx';

type Days = { from: string | null; to: string | null };

export function PeriodFields({ search, show }: StatisticsFiltersProps) {
  const t = useT();
  const format = useFormat();
  const form = useForm<Days>({ defaultValues: { from: search.from ?? null, to: search.to ?? null } });
  const [from, to] = useWatch({ control: form.control, name: ['from', 'to'] });
  const today = format.dayOf(new Date().toISOString());
  useEffect(() => {
    if ((from ?? undefined) !== search.from || (to ?? undefined) !== search.to)
      show({ from: from ?? undefined, to: to ?? undefined, cell: undefined });
    // The address follows the fields, not the other way round while somebody types.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [from, to]);
  return (
    <FormProvider {...form}>
      <DateField name="from" label={t('buyers.from')} max={to ?? today} />
      <DateField name="to" label={t('buyers.to')} max={today} {...(from ? { min: from } : {})} />
    </FormProvider>
  );
}
