// Keeps the words of a sale on this device while they are typed, and what depends on them in step.
import { useEffect } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { Draft } from '#web/lib/drafts.ts';
import type { SaleValues } from './sell-form.tsx';

/** Answers the values as they are now. */
export function useSaleDraft(
  form: UseFormReturn<SaleValues, unknown, SaleValues>,
  { set }: Draft<SaleValues>,
): SaleValues {
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => set(values as SaleValues) }),
    [form, set],
  );
  const values = useWatch({ control: form.control }) as SaleValues;
  const { provinceId, cityId } = values;
  // A city of another province would be sent unseen.
  useEffect(() => {
    if (provinceId === null && cityId !== null) form.setValue('cityId', null);
  }, [form, provinceId, cityId]);
  return values;
}
