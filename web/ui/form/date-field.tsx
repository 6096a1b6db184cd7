// A field for a day, in the calendar of the organisation; its code is loaded when the first one is shown.
import { Input, Skeleton } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import { pageLanguage } from '#web/lib/direction.ts';
import { useFormat } from '#web/lib/format.ts';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export const DateInput = lazy(async () => {
  // React Aria has no Persian; its dictionary must be in place before the first of its components is drawn.
  if (pageLanguage() === 'fa') (await import('./persian-date-strings.ts')).installPersianDateStrings();
  return { default: (await import('./date-input.tsx')).DateInput };
});

/** The value is a Gregorian day "YYYY-MM-DD" or null; the second calendar stands under the field. */
export function DateField({ min, max, ...props }: FieldProps & { min?: string; max?: string }) {
  const field = useField<string | null>(props);
  const format = useFormat();
  const id = useId();
  const { error, ...shared } = inputProps(props, field.error);
  return (
    <Input.Wrapper
      label={shared.label}
      description={shared.description}
      withAsterisk={shared.withAsterisk}
      error={error}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
    >
      <Suspense fallback={<Skeleton height={36} />}>
        <DateInput
          labelledBy={`${id}-label`}
          value={field.value ?? null}
          onChange={field.change}
          onBlur={field.blur}
          invalid={Boolean(error)}
          min={min}
          max={max}
          disabled={shared.disabled}
        />
      </Suspense>
      {field.value && !error ? <Input.Description mt={4}>{format.otherDate(field.value)}</Input.Description> : null}
    </Input.Wrapper>
  );
}
