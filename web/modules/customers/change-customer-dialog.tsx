// Changes a customer's record, section by section; what may not be changed by whoever looks is not offered.
import { Accordion, Stack } from '@mantine/core';
import type { z } from 'zod';
import { CustomerChanges, CustomerStage, Gender, type FieldClass } from '#contract/customer-record.ts';
import { ContactChannel } from '#contract/customers.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateField } from '#web/ui/form/date-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField, ProseField, TextField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { OwnFieldInput } from './own-field-input.tsx';
import { OwnValues } from './own-values.ts';
import { PersonField } from './person-field.tsx';
import { type Customer, keepCustomer } from './use-customers.ts';
import { type ChoiceFieldName, choiceFieldNames, type Lists, useChoices, useLists } from './use-lists.ts';

/** What of the whole customer is a field of this form, the schema picks out. */
const Entry = CustomerChanges.required({ name: true, language: true, stage: true }).extend({ fields: OwnValues });

export function ChangeCustomerDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useT();
  const units = useUnits();
  const lists = useLists();
  const form = useZodForm(Entry, { ...entryOf(customer) } as z.input<typeof Entry>);
  const may = (one: FieldClass): boolean => !customer.hidden.includes(one) && !customer.readOnly.includes(one);
  const person = customer.kind === 'person';
  const own = lists.fields.filter(
    ({ active, fieldClass, customerKind }) =>
      active && may(fieldClass) && (customerKind === null || customerKind === customer.kind),
  );

  async function save(values: z.output<typeof Entry>): Promise<void> {
    keepCustomer(await api.customers.update({ id: customer.id, ...changed(entryOf(customer), values) }));
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t('customer.change')} size="lg">
      <Form form={form} onSubmit={save}>
        <TextField name="name" label={t('customer.name')} autoComplete="off" required />
        <SelectField
          name="stage"
          label={t('customer.stage')}
          choices={CustomerStage.options.map((value) => ({ value, label: t(`customer.stage.${value}`) }))}
        />
        <Accordion multiple variant="separated" order={3} defaultValue={['contact']}>
          <Section id="contact">
            <SelectField
              name="language"
              label={t('customer.language')}
              hint={t('customer.language-hint')}
              choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
            <SelectField
              name="preferredChannel"
              label={t('customer.preferred')}
              hint={t('customer.preferred-hint')}
              choices={ContactChannel.options.map((value) => ({ value, label: t(`customer.channel.${value}`) }))}
              clearable
            />
          </Section>
          {may('identity') ? (
            <Section id="identity">
              <CodeField name="nationalId" label={t(`customer.nationalId.${customer.kind}`)} autoComplete="off" />
              <CodeField
                name="externalId"
                label={t('customer.external-id')}
                hint={t('customer.external-id-hint')}
                autoComplete="off"
              />
              {person ? <DateField name="birthDate" label={t('customer.birthDate')} /> : null}
            </Section>
          ) : null}
          {may('demographic') && person ? (
            <Section id="demographic">
              <SelectField
                name="gender"
                label={t('customer.gender')}
                choices={Gender.options.map((value) => ({ value, label: t(`customer.gender.${value}`) }))}
                clearable
              />
              {choiceFieldNames.map((name) => (
                <ChoiceField key={name} name={name} lists={lists} customer={customer} />
              ))}
            </Section>
          ) : null}
          {may('place') ? (
            <Section id="place">
              <TreeField
                name="regionId"
                label={t('customer.regionId')}
                entries={lists.regions.filter(({ active, id }) => active || id === customer.regionId)}
              />
              <ProseField name="address" label={t('customer.address')} rows={2} maxLength={500} />
            </Section>
          ) : null}
          <Section id="responsible">
            <PersonField name="responsibleId" label={t('customer.responsible')} />
            <TreeField name="responsibleUnitId" label={t('customer.responsibleUnitId')} entries={units} />
          </Section>
          {own.length > 0 ? (
            <Section id="own">
              {own.map((field) => (
                <OwnFieldInput key={field.id} field={field} />
              ))}
            </Section>
          ) : null}
        </Accordion>
        <SubmitButton>{t('ui.save')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

type SectionId = 'contact' | 'identity' | 'demographic' | 'place' | 'responsible' | 'own';

function Section({ id, children }: { id: SectionId; children: React.ReactNode }) {
  const t = useT();
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>{t(`customer.section.${id}`)}</Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md">{children}</Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function ChoiceField({ name, lists, customer }: { name: ChoiceFieldName; lists: Lists; customer: Customer }) {
  const t = useT();
  const follows = name === 'ageGroupId' && customer.birthDate !== null;
  return (
    <SelectField
      name={name}
      label={t(`customer.${name}`)}
      {...(follows ? { hint: t('customer.age-follows'), disabled: true } : {})}
      choices={useChoices(lists, name, customer[name])}
      clearable
    />
  );
}

function entryOf(customer: Customer) {
  const { responsible, responsibleUnitId, ...record } = customer;
  return {
    ...record,
    responsibleId: responsible?.id ?? null,
    responsibleUnitId,
  };
}

/** Only what differs is sent: what whoever looks may not see must not come back as empty. */
function changed(before: ReturnType<typeof entryOf>, values: z.output<typeof Entry>): z.output<typeof CustomerChanges> {
  const differing = Object.entries(values).filter(
    ([name, value]) => name !== 'fields' && (value ?? null) !== (before[name as 'name'] ?? null),
  );
  const fields = Object.entries(values.fields ?? {}).filter(
    ([key, value]) => (value ?? null) !== (before.fields[key] ?? null),
  );
  return {
    ...Object.fromEntries(differing.map(([name, value]) => [name, value ?? null])),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields.map(([key, value]) => [key, value ?? null])) } : {}),
  };
}
