// A field for several of a few words, all in sight.
import { Chip, Group, Input } from '@mantine/core';
import { useId } from 'react';
import type { Choice } from './choice-field.tsx';
import { type FieldProps, useField } from './use-field.ts';

export function SeveralWordsField({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const field = useField<string[]>(props);
  const id = useId();
  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      labelProps={{ id }}
      description={props.hint}
      error={field.error}
    >
      <Chip.Group multiple value={field.value} onChange={field.change}>
        <Group gap={6} mt={4} role="group" aria-labelledby={id}>
          {choices.map(({ value, label }, index) => (
            <Chip key={value} ref={index === 0 ? field.ref : undefined} value={value} variant="outline" size="sm">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
