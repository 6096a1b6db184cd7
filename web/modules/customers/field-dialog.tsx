// Defines a field or changes one; type and key stay as they were made, since values and imports rely on them.
import { Button, Group, Input, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { LocaleText } from '#contract/common.ts';
import {
  CustomerFieldChoice,
  CustomerFieldInput,
  CustomerFieldType,
  CustomerKind,
  type CustomerField,
} from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshLists } from './use-lists.ts';

const classes = ['other', 'identity', 'demographic', 'place'] as const;
const Entry = z.object({
  name: LocaleText,
  key: CustomerFieldInput.shape.key,
  type: CustomerFieldType,
  choices: z.array(CustomerFieldChoice).max(200),
  fieldClass: z.enum(classes),
  customerKind: CustomerKind.nullable(),
  required: z.boolean(),
  active: z.boolean(),
});

export function FieldDialog({ field, onClose }: { field: CustomerField | null; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Entry, {
    name: field?.name ?? {},
    key: field?.key ?? '',
    type: field?.type ?? 'text',
    choices: field?.choices ?? [],
    fieldClass: field?.fieldClass ?? 'other',
    customerKind: field?.customerKind ?? null,
    required: field?.required ?? false,
    active: field?.active ?? true,
  });
  const type = useWatch({ control: form.control, name: 'type' });
  const choices = useFieldArray({ control: form.control, name: 'choices' });

  async function save({ name, fieldClass, required, active, ...made }: z.output<typeof Entry>): Promise<void> {
    const options = type === 'choice' ? { choices: made.choices } : {};
    if (field) await api.customerSettings.updateField({ id: field.id, name, fieldClass, required, active, ...options });
    else await api.customerSettings.createField({ name, fieldClass, required, ...made });
    await refreshLists();
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t(field ? 'customer.change-field' : 'customer.add-field')} size="lg">
      <Form form={form} onSubmit={save}>
        <LocaleTextField name="name" label={t('customer.field-name')} required />
        {field ? null : (
          <>
            <CodeField name="key" label={t('customer.field-key')} hint={t('customer.field-key-hint')} required />
            <SelectField
              name="type"
              label={t('customer.field-type')}
              hint={t('customer.field-type-hint')}
              choices={CustomerFieldType.options.map((value) => ({ value, label: t(`customer.field-type.${value}`) }))}
            />
            <SelectField
              name="customerKind"
              label={t('customer.field-of')}
              hint={t('customer.field-of-hint')}
              choices={CustomerKind.options.map((value) => ({ value, label: t(`customer.kind.${value}`) }))}
              clearable
            />
          </>
        )}
        {type === 'choice' ? (
          <Input.Wrapper label={t('customer.field-choices')} labelElement="div">
            <Stack gap="md" mt="xs">
              {choices.fields.map((choice, index) => (
                <Group key={choice.id} align="flex-end" wrap="nowrap">
                  <Stack gap="xs" flex={1}>
                    <CodeField
                      name={`choices.${index}.key`}
                      label={t('customer.choice-key')}
                      disabled={field?.choices.some((one) => one.key === choice.key) ?? false}
                    />
                    <LocaleTextField name={`choices.${index}.name`} label={t('customer.choice-name')} required />
                  </Stack>
                  <Button
                    variant="subtle"
                    color="gray"
                    px="xs"
                    aria-label={t('customer.remove-choice', { count: index + 1 })}
                    onClick={() => choices.remove(index)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </Button>
                </Group>
              ))}
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => choices.append({ key: `choice-${choices.fields.length + 1}`, name: {} })}
              >
                {t('customer.add-choice')}
              </Button>
            </Stack>
          </Input.Wrapper>
        ) : null}
        <SelectField
          name="fieldClass"
          label={t('customer.field-class')}
          hint={t('customer.field-class-hint')}
          choices={classes.map((value) => ({ value, label: t(`customer.class.${value}`) }))}
        />
        <SwitchField name="required" label={t('customer.field-required')} hint={t('customer.field-required-hint')} />
        {field ? (
          <SwitchField name="active" label={t('customer.in-use')} hint={t('customer.retire-field-hint')} />
        ) : null}
        <SubmitButton>{t(field ? 'ui.save' : 'customer.add-field')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
