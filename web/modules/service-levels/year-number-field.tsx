// The number of a year in the reader's digits, without the marks that other numbers have between their thousands.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseNumber, toDigits } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

export function YearNumberField({ onChanged, ...props }: FieldProps & { onChanged?: (year: number) => void }) {
  const field = useField<number | null>(props);
  const { settings } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      ref={field.ref}
      inputMode="numeric"
      maxLength={4}
      w={84}
      value={typed ?? (field.value == null ? '' : toDigits(String(field.value), settings.digits))}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        // What is no number is left to the schema to refuse.
        const year = parseNumber(event.currentTarget.value.trim()) ?? Number.NaN;
        field.change(year);
        if (!Number.isNaN(year)) onChanged?.(year);
      }}
      onBlur={() => {
        if (!Number.isNaN(field.value)) setTyped(null);
        field.blur();
      }}
    />
  );
}
