// How much time a goal gives: a number and its unit, written as hours where it is whole hours.
import { Group, Input, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { parseNumber } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Goal } from './policy-wire.ts';
import { usePlace } from './use-place.ts';

/** Hours are minutes for the server. */
const units = ['working-days', 'working-hours', 'working-minutes', 'days', 'hours', 'minutes'] as const;
type Unit = (typeof units)[number];
const minutesOf: Partial<Record<Unit, Goal['unit']>> = { 'working-hours': 'working-minutes', hours: 'minutes' };
const hoursOf: Partial<Record<Goal['unit'], Unit>> = { 'working-minutes': 'working-hours', minutes: 'hours' };

/** `name`: where the goal stands in the form. */
export function AmountField({ name, label }: { name: string; label: string }) {
  const t = useT();
  const format = useFormat();
  const amount = useController({ name: `${name}.amount` }).field;
  const unit = useController({ name: `${name}.unit` }).field;
  const ofAmount = usePlace(`${name}.amount`, label);
  const ofUnit = usePlace(`${name}.unit`, label);
  const fault = ofAmount.fault ?? ofUnit.fault;
  const value = amount.value as number | null;
  const saved = unit.value as Goal['unit'];
  const [shown, setShown] = useState<Unit>(() => (value && value % 60 === 0 ? (hoursOf[saved] ?? saved) : saved));
  const [typed, setTyped] = useState<string | null>(null);
  const size = minutesOf[shown] ? 60 : 1;

  function write(count: number | null, next: Unit): void {
    amount.onChange(count === null ? null : count * (minutesOf[next] ? 60 : 1));
    unit.onChange(minutesOf[next] ?? next);
  }

  return (
    <Input.Wrapper label={label} labelElement="div" withAsterisk error={fault}>
      <Group
        ref={(element) => [ofAmount, ofUnit].forEach(({ ref }) => ref(element))}
        role="group"
        aria-label={label}
        gap="xs"
        wrap="nowrap"
        mt={4}
      >
        <TextInput
          aria-label={t('goal.number')}
          inputMode="decimal"
          w={96}
          error={Boolean(fault)}
          value={typed ?? (value === null || Number.isNaN(value) ? '' : format.number(value / size))}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            // What is no number is left to the schema to refuse.
            write(text.trim() === '' ? null : (parseNumber(text.trim()) ?? Number.NaN), shown);
          }}
          onBlur={() => {
            if (!Number.isNaN(value)) setTyped(null);
            amount.onBlur();
          }}
        />
        <Select
          aria-label={t('goal.unit')}
          flex={1}
          allowDeselect={false}
          data={units.map((one) => ({ value: one, label: t(`goal.unit.${one}`) }))}
          value={shown}
          onChange={(next) => {
            const chosen = units.find((one) => one === next);
            if (!chosen) return;
            setShown(chosen);
            write(value === null ? null : value / size, chosen);
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
