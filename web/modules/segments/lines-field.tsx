// Several short texts, one a line.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';

export function LinesField(props: FieldProps) {
  const field = useField<string[] | undefined>(props);
  // As typed: an empty last line must stay while somebody writes on.
  const [typed, setTyped] = useState((field.value ?? []).join('\n'));
  return (
    <Textarea
      {...inputProps(props, field.error)}
      ref={field.ref}
      attributes={writtenDirection(typed)}
      autosize
      minRows={2}
      maxRows={12}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        field.change(
          event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        );
      }}
      onBlur={field.blur}
    />
  );
}
