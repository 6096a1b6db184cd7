// A field for a number: any digits may be typed, the value is a number, and the reader's digits are shown.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseNumber } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export function NumberField({ unit, ...props }: FieldProps & { unit?: string }) {
  const field = useField<number | null | undefined>(props);
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      ref={field.ref}
      inputMode="decimal"
      rightSection={unit}
      rightSectionWidth={unit ? 64 : undefined}
      value={typed ?? (field.value == null ? '' : format.number(field.value))}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        // What is no number is left to the schema to refuse.
        const text = event.currentTarget.value.trim();
        field.change(text === '' ? null : (parseNumber(text) ?? Number.NaN));
      }}
      onBlur={() => {
        if (!Number.isNaN(field.value)) setTyped(null);
        field.blur();
      }}
    />
  );
}
