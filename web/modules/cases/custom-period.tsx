// From one day to another, both included.
import { useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateField } from '#web/ui/form/date-field.tsx';
import type { FiguresSearch } from './figures-search.ts';
import classes from './figures.module.css';

type Days = { from: string | null; to: string | null };

export function CustomPeriod({
  search,
  show,
}: {
  search: FiguresSearch;
  show: (change: Partial<FiguresSearch>) => void;
}) {
  const t = useT();
  const format = useFormat();
  const form = useForm<Days>({ defaultValues: { from: search.from ?? null, to: search.to ?? null } });
  const [from, to] = useWatch({ control: form.control, name: ['from', 'to'] });
  const today = format.dayOf(new Date().toISOString());

  useEffect(() => {
    if ((from ?? undefined) !== search.from || (to ?? undefined) !== search.to)
      show({ from: from ?? undefined, to: to ?? undefined });
    // The address follows the fields, not the other way round while somebody types.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [from, to]);

  return (
    <FormProvider {...form}>
      <div className={classes['custom']}>
        <DateField name="from" label={t('figures.from')} max={to ?? today} />
        <DateField name="to" label={t('figures.to')} max={today} {...(from ? { min: from } : {})} />
      </div>
    </FormProvider>
  );
}
