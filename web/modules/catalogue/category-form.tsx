// Adds a category or changes one; a category is taken out of use, never deleted, since cases refer to it.
import { notifications } from '#web/lib/notices.ts';
import { z } from 'zod';
import { Id, LocaleText } from '#contract/common.ts';
import { CaseKind } from '#contract/catalogue.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useForms } from '#web/modules/forms/index.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Category, refreshCatalogue, useProducts } from './use-catalogue.ts';

const Entry = z.object({
  name: LocaleText,
  parentId: Id.nullable(),
  kinds: z.array(CaseKind),
  unitId: Id.nullable(),
  productId: Id.nullable(),
  formId: Id.nullable(),
  inPortal: z.boolean(),
  active: z.boolean(),
});

export type CategoryFormProps = {
  /** Null adds one. */
  category: Category | null;
  categories: readonly Category[];
  mayManage: boolean;
  onDone: (id: string) => void;
};

export function CategoryForm({ category, categories, mayManage, onDone }: CategoryFormProps) {
  const t = useT();
  const text = useLocaleText();
  const units = useUnits();
  const products = useProducts();
  const forms = useForms();
  const form = useZodForm(Entry, {
    name: category?.name ?? {},
    parentId: category?.parentId ?? null,
    kinds: category?.kinds ?? [],
    unitId: category?.unitId ?? null,
    productId: category?.productId ?? null,
    formId: category?.formId ?? null,
    inPortal: category?.inPortal ?? true,
    active: category?.active ?? true,
  });
  // Two levels: what has others below it stays at the top.
  const hasBelow = categories.some(({ parentId }) => parentId !== null && parentId === category?.id);
  const tops = hasBelow ? [] : categories.filter(({ id, parentId }) => parentId === null && id !== category?.id);

  async function save(values: z.output<typeof Entry>): Promise<void> {
    const saved = category
      ? await api.catalogue.updateCategory({ id: category.id, ...values })
      : await api.catalogue.createCategory(values);
    await refreshCatalogue();
    notifications.show({ message: t('catalogue.saved') });
    onDone(saved.id);
  }

  return (
    <Form form={form} onSubmit={save}>
      <LocaleTextField name="name" label={t('catalogue.name')} required disabled={!mayManage} />
      <SelectField
        name="parentId"
        label={t('catalogue.parent')}
        hint={t(hasBelow ? 'catalogue.parent-has-below' : 'catalogue.parent-hint')}
        choices={tops.map(({ id, name }) => ({ value: id, label: text(name) }))}
        clearable
        searchable
        disabled={!mayManage || hasBelow}
      />
      <CheckboxesField
        name="kinds"
        label={t('catalogue.kinds')}
        hint={t('catalogue.kinds-hint')}
        choices={CaseKind.options.map((value) => ({ value, label: t(`catalogue.kind.${value}`) }))}
        disabled={!mayManage}
      />
      <TreeField
        name="unitId"
        label={t('catalogue.unit')}
        hint={t('catalogue.unit-hint')}
        entries={units}
        disabled={!mayManage}
      />
      <SelectField
        name="productId"
        label={t('catalogue.product')}
        choices={products
          .filter(({ id, active }) => active || id === category?.productId)
          .map(({ id, name }) => ({ value: id, label: text(name) }))}
        clearable
        searchable
        disabled={!mayManage}
      />
      <SelectField
        name="formId"
        label={t('catalogue.form')}
        hint={t('catalogue.form-hint')}
        choices={forms
          .filter(({ id, retired, current }) => (current && !retired) || id === category?.formId)
          .map(({ id, name }) => ({ value: id, label: text(name) }))}
        clearable
        searchable
        disabled={!mayManage}
      />
      <SwitchField
        name="inPortal"
        label={t('catalogue.in-portal')}
        hint={t('catalogue.in-portal-hint')}
        disabled={!mayManage}
      />
      <SwitchField
        name="active"
        label={t('catalogue.active')}
        hint={t('catalogue.active-hint')}
        disabled={!mayManage}
      />
      {mayManage ? <SubmitButton>{t(category ? 'ui.save' : 'catalogue.add-category')}</SubmitButton> : null}
    </Form>
  );
}
