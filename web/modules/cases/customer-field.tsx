// Who asks: found as soon as a few letters or digits are typed, or described as new in the same place.
import { Button, Group, Loader, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUser, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { toLatinDigits } from '#kernel/digits.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { CustomerEntry } from '#web/ui/form/customer-entry.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { EmailField, PhoneField, TextField } from '#web/ui/form/text-field.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import type { RegisterValues } from './register-schema.ts';
import classes from './register.module.css';

export function CustomerField() {
  const t = useT();
  const form = useFormContext<RegisterValues>();
  const customer = useWatch({ control: form.control, name: 'customer' });
  const [isNew, setNew] = useState(customer.id === null && customer.name !== '');

  function set(change: Partial<RegisterValues['customer']>): void {
    form.setValue('customer', { ...customer, ...change });
    form.clearErrors('customer');
  }

  return (
    <fieldset className={classes['group']}>
      <legend>{t('case.customer')}</legend>
      {customer.id ? (
        <div className={classes['chosen']}>
          <IconUser size={18} aria-hidden />
          <strong>
            <bdi>{customer.name}</bdi>
          </strong>
          <Button variant="default" size="compact-md" onClick={() => set({ id: null, name: '' })}>
            {t('case.customer-other')}
          </Button>
        </div>
      ) : isNew ? (
        <>
          <NewCustomer />
          <CustomerEntry
            under="customer."
            onTake={(id, name) => {
              setNew(false);
              set({ id, name });
            }}
          />
          <Group>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => {
                setNew(false);
                set({ name: '' });
              }}
            >
              {t('case.customer-search-instead')}
            </Button>
          </Group>
        </>
      ) : (
        <FindCustomer
          onChoose={(id, name) => set({ id, name })}
          onNew={(typed) => {
            setNew(true);
            const number = toLatinDigits(typed).replace(/[\s-]/g, '');
            if (/^\+?\d{4,}$/.test(number)) set({ phone: number });
            else set({ name: typed });
          }}
        />
      )}
    </fieldset>
  );
}

function FindCustomer({
  onChoose,
  onNew,
}: {
  onChoose: (id: string, name: string) => void;
  onNew: (typed: string) => void;
}) {
  const t = useT();
  const field = useField<string>({ name: 'customer.name', label: t('case.customer') });
  const [typed, setTyped] = useState('');
  // The list forgets what was typed when the focus moves on to the button.
  const last = useRef('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const query = useQuery({
    ...orpc.customers.list.queryOptions({ input: { q: wanted, limit: 8 } }),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
  });
  const found = wanted.length > 1 ? (query.data?.items ?? []) : [];
  const byId = new Map(found.map((one) => [one.id, one]));
  return (
    <div className={classes['find']}>
      <Select
        ref={field.ref}
        label={t('case.customer-find')}
        description={t('case.customer-find-hint')}
        error={field.error}
        searchable
        data-autofocus
        rightSection={query.isFetching ? <Loader size={14} aria-hidden /> : null}
        data={found.map((one) => ({ value: one.id, label: one.name }))}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        onInput={(event) => {
          last.current = event.currentTarget.value;
        }}
        nothingFoundMessage={wanted.length > 1 && query.isSuccess ? t('case.customer-none') : null}
        renderOption={({ option }) => {
          const one = byId.get(option.value);
          return (
            <span className={classes['option']}>
              <bdi>{option.label}</bdi>
              <Text span size="sm" c="dimmed">
                {one?.phone ? <Ltr>{one.phone}</Ltr> : null}
                {one?.email ? <Ltr>{one.email}</Ltr> : null}
              </Text>
            </span>
          );
        }}
        value={null}
        onChange={(id) => id && onChoose(id, byId.get(id)?.name ?? '')}
      />
      <Button
        variant="default"
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={() => onNew(last.current.trim())}
      >
        {t('case.customer-new')}
      </Button>
    </div>
  );
}

function NewCustomer() {
  const t = useT();
  return (
    <>
      <Text c="dimmed" size="sm">
        {t('case.customer-new-hint')}
      </Text>
      <div className={classes['pair']}>
        <TextField name="customer.name" label={t('case.customer-name')} required startHere />
        <SelectField
          name="customer.kind"
          label={t('case.customer-kind')}
          choices={(['person', 'company'] as const).map((value) => ({
            value,
            label: t(`case.customer-kind.${value}`),
          }))}
        />
        <PhoneField name="customer.phone" label={t('case.contact.phone')} autoComplete="off" />
        <EmailField name="customer.email" label={t('case.contact.email')} autoComplete="off" />
        <SelectField
          name="customer.language"
          label={t('case.customer-speaks')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
    </>
  );
}
