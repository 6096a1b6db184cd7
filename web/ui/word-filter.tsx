// A filter as words in a bar: exactly one is chosen, and it stands in the address.
import { Chip, Group } from '@mantine/core';

export type WordFilterProps<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  value: Value;
  choices: ReadonlyArray<{ value: Value; label: string }>;
  onChange: (value: Value) => void;
};

export function WordFilter<Value extends string>({ label, value, choices, onChange }: WordFilterProps<Value>) {
  return (
    <Chip.Group value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Group gap={8} role="radiogroup" aria-label={label}>
        {choices.map((choice) => (
          <Chip key={choice.value} value={choice.value} variant="outline">
            {choice.label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
