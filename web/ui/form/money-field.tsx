// A field for an amount of money: a number in any digits and its currency; the value is in minor units, so that nothing is rounded.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { countryPacks } from '#kernel/country-packs.ts';
import { type Currency, currencyCodes, fromMinor, toMinor } from '#kernel/currencies.ts';
import { parseNumber } from '#kernel/digits.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { type FieldProps, useField } from './use-field.ts';
import classes from './form.module.css';

export type MoneyValue = { minor: number; currency: Currency };

export type MoneyInputProps = {
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  value: MoneyValue | null;
  /** Not a number is left to the schema to refuse. */
  onChange: (value: MoneyValue | null) => void;
  error?: string | undefined;
};

export function MoneyInput({ label, hint, required, value, onChange, error }: MoneyInputProps) {
  const t = useT();
  const format = useFormat();
  const { organisation } = useSession();
  const home = countryPacks[organisation.country].currency as Currency;
  const [currency, setCurrency] = useState<Currency>(value?.currency ?? home);
  const [typed, setTyped] = useState(value ? format.number(fromMinor(value.minor, value.currency)) : '');

  function say(text: string, unit: Currency): void {
    const amount = text.trim() === '' ? null : parseNumber(text);
    onChange(
      text.trim() === ''
        ? null
        : { minor: (amount == null ? null : toMinor(amount, unit)) ?? Number.NaN, currency: unit },
    );
  }

  return (
    <div className={classes['money']}>
      <TextInput
        label={label}
        description={hint}
        withAsterisk={required ?? false}
        aria-required={required ?? false}
        error={error}
        inputMode="decimal"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          say(event.currentTarget.value, currency);
        }}
      />
      <Select
        aria-label={t('ui.currency')}
        data={[...currencyCodes]}
        allowDeselect={false}
        searchable
        value={currency}
        onChange={(chosen) => {
          const next = currencyCodes.find((one) => one === chosen) ?? home;
          setCurrency(next);
          say(typed, next);
        }}
      />
    </div>
  );
}

export function MoneyField(props: FieldProps) {
  const field = useField<MoneyValue | null>(props);
  return (
    <MoneyInput
      label={props.label}
      hint={props.hint}
      required={props.required}
      value={field.value ?? null}
      onChange={field.change}
      error={field.error}
    />
  );
}
