// A field for one of a few words, each a large target.
import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';
import type { Choice } from './choice-field.tsx';
import { type FieldProps, useField } from './use-field.ts';

export function WordsField({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const field = useField<string | null>(props);
  const id = useId();
  return (
    <Input.Wrapper label={props.label} labelElement="div" labelProps={{ id }} error={field.error}>
      <Chip.Group value={field.value ?? ''} onChange={(value) => field.change(value as string)}>
        <Group gap={8} mt={4} role="radiogroup" aria-labelledby={id}>
          {choices.map(({ value, label }) => (
            <Chip key={value} value={value} variant="outline" size="lg" styles={{ label: { height: 44 } }}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
