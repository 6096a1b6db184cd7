// Fields that show all their choices: one of a few, several of a few.
import { Checkbox, Radio, Stack } from '@mantine/core';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export type Choice<Value extends string = string> = { value: Value; label: string; hint?: string };

/** All choices in sight: for two to six. */
export function RadioField({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const field = useField<string>(props);
  return (
    <Radio.Group {...inputProps(props, field.error)} value={field.value ?? ''} onChange={field.change}>
      <Stack gap="xs" mt="xs">
        {choices.map(({ value, label, hint }, index) => (
          <Radio key={value} ref={index === 0 ? field.ref : undefined} value={value} label={label} description={hint} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Several of a few. */
export function CheckboxesField({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const field = useField<string[]>(props);
  // A group cannot be said to be required; the asterisk and the refusal say it.
  const { 'aria-required': _, ...shared } = inputProps(props, field.error);
  return (
    <Checkbox.Group {...shared} value={field.value ?? []} onChange={field.change}>
      <Stack gap="xs" mt="xs">
        {choices.map(({ value, label, hint }, index) => (
          <Checkbox
            key={value}
            ref={index === 0 ? field.ref : undefined}
            value={value}
            label={label}
            description={hint}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
