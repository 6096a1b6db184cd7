// The form of a sale: who, what, where, when, and what the buyer agrees to.
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { IsoDate } from '#contract/common.ts';
import { useDraft } from '#web/lib/drafts.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PhoneField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { ConsentField } from './consent-field.tsx';
import { EarlierBuyers } from './earlier-buyers.tsx';
import classes from './sell.module.css';
import { type Sale, type SaleForm, type SaleInput, useSale } from './use-sale.ts';
import { useSaleDraft } from './use-sale-draft.ts';
import { WordsField } from '#web/ui/form/words-field.tsx';

const Entry = z.object({
  phone: z.string().trim().max(40).optional(),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(['person', 'company']),
  gender: z.enum(['female', 'male', '']),
  ageGroupId: z.string().nullable(),
  provinceId: z.string().nullable(),
  cityId: z.string().nullable(),
  productId: z.string(),
  place: z.string().trim().max(300),
  boughtOn: IsoDate,
  serviceMessages: z.boolean(),
  surveys: z.boolean(),
  marketing: z.boolean(),
  /** Chosen among those entered earlier. */
  buyerId: z.string().nullable(),
});
export type SaleValues = z.output<typeof Entry>;

export function SellForm({ choices, onSold }: { choices: SaleForm; onSold: (sale: Sale) => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const today = format.dayOf(new Date().toISOString());
  const province = choices.regions.find(({ id }) => id === choices.dealer.regionId && id);
  const blank: SaleValues = {
    phone: undefined,
    name: '',
    kind: 'person',
    gender: '',
    ageGroupId: null,
    provinceId: province?.level === 'province' ? province.id : null,
    cityId: null,
    productId: '',
    place: '',
    boughtOn: today,
    serviceMessages: false,
    surveys: false,
    marketing: false,
    buyerId: null,
  };
  const draft = useDraft<SaleValues>('sale', blank);
  const form = useZodForm(Entry, draft.value);
  const values = useSaleDraft(form, draft);
  const [twice, setTwice] = useState(false);
  const sale = useSale((sold) => {
    // The next buyer stands at the same counter: place, product and day stay.
    draft.set({ ...blank, ...keptForNext(form.getValues()) });
    onSold(sold);
  });

  async function save(entry: SaleValues): Promise<void> {
    try {
      await sale.send(inputOf(entry, twice));
    } catch (error) {
      setTwice(isProblem(error, 'purchase.duplicate'));
      if (!isProblem(error, 'purchase.duplicate')) throw fieldsOf(error);
    }
  }

  const person = values.kind === 'person' && values.buyerId === null;
  const named = (list: readonly { id: string; name: SaleForm['products'][number]['name'] }[]) =>
    list.map(({ id, name }) => ({ value: id, label: text(name) }));
  const provinces = choices.regions.filter(({ level }) => level === 'province');
  const cities = choices.regions.filter(({ level, parentId }) => level === 'city' && parentId === values.provinceId);
  return (
    <div className={classes['sell']}>
      <Form form={form} onSubmit={save} kept={t('sale.kept')}>
        {sale.waiting ? <Text role="status">{t('sale.waiting')}</Text> : null}
        <PhoneField name="phone" label={t('sale.phone')} autoComplete="off" />
        <TextField name="name" label={t('sale.name')} autoComplete="off" required />
        <EarlierBuyers
          phone={values.phone ?? ''}
          name={values.name}
          chosenId={values.buyerId}
          onChoose={(buyer) => {
            form.setValue('buyerId', buyer?.id ?? null);
            if (!buyer) return;
            form.setValue('name', buyer.name);
            form.setValue('phone', buyer.phone ?? undefined);
            form.setValue('kind', buyer.kind);
          }}
        />
        <SelectField
          name="productId"
          label={t('purchase.product')}
          choices={named(choices.products)}
          required
          searchable
        />
        {values.buyerId === null ? (
          <WordsField
            name="kind"
            label={t('sale.kind')}
            choices={(['person', 'company'] as const).map((value) => ({ value, label: t(`sale.kind.${value}`) }))}
          />
        ) : null}
        {person ? (
          <WordsField
            name="gender"
            label={t('sale.gender')}
            choices={(['female', 'male', ''] as const).map((value) => ({
              value,
              label: t(value === '' ? 'sale.gender.unsaid' : `sale.gender.${value}`),
            }))}
          />
        ) : null}
        {person && choices.ageGroups.length > 0 ? (
          <WordsField name="ageGroupId" label={t('sale.age-group')} choices={named(choices.ageGroups)} />
        ) : null}
        {values.buyerId === null && provinces.length > 0 ? (
          <SelectField name="provinceId" label={t('sale.province')} choices={named(provinces)} clearable searchable />
        ) : null}
        {values.buyerId === null && cities.length > 0 ? (
          <SelectField name="cityId" label={t('sale.city')} choices={named(cities)} clearable searchable />
        ) : null}
        <TextField name="place" label={t('purchase.place')} hint={t('purchase.place-hint')} />
        <DateField name="boughtOn" label={t('purchase.bought-on')} max={today} required />
        <fieldset className={classes['consents']}>
          <legend>{t('sale.consents')}</legend>
          <ConsentField name="serviceMessages" label={t('sale.consent.service-messages')} />
          <ConsentField name="surveys" label={t('sale.consent.surveys')} />
          <ConsentField name="marketing" label={t('sale.consent.marketing')} />
        </fieldset>
        {twice ? (
          <div role="alert">
            <Text fw={600}>{t('problem.purchase.duplicate')}</Text>
            <Button mt="xs" size="lg" fullWidth type="submit">
              {t('purchase.once-more')}
            </Button>
            <Button mt="xs" size="lg" fullWidth variant="default" onClick={() => setTwice(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
        ) : (
          <SubmitButton>{t('sale.save')}</SubmitButton>
        )}
      </Form>
    </div>
  );
}

const keptForNext = ({ productId, place, boughtOn, provinceId, cityId }: SaleValues): Partial<SaleValues> => ({
  productId,
  place,
  boughtOn,
  provinceId,
  cityId,
});

function inputOf(entry: SaleValues, again: boolean): SaleInput {
  const { serviceMessages, surveys, marketing, buyerId } = entry;
  return {
    ...(buyerId
      ? { buyerId }
      : {
          buyer: {
            kind: entry.kind,
            name: entry.name,
            ...(entry.phone ? { phone: entry.phone } : {}),
            gender: entry.gender || null,
            ageGroupId: entry.ageGroupId,
            regionId: entry.cityId ?? entry.provinceId,
          },
        }),
    productId: entry.productId,
    place: entry.place || null,
    boughtOn: entry.boughtOn,
    // What was not ticked was not said: it takes nothing back that the buyer agreed to before.
    consents: {
      ...(serviceMessages ? { serviceMessages } : {}),
      ...(surveys ? { surveys } : {}),
      ...(marketing ? { marketing } : {}),
    },
    ...(again ? { again } : {}),
  };
}

/** The server names `buyer.phone` what this form calls `phone`. */
function fieldsOf(error: unknown): unknown {
  if (!isProblem(error)) return error;
  for (const fault of error.faults) fault.field = fault.field.replace(/^buyer\./, '').replace('regionId', 'provinceId');
  return error;
}
