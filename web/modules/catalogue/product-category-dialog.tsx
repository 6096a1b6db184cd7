// Adds a product category or changes one; it is taken out of use, never deleted, since products and purchases refer to it.
import { z } from 'zod';
import { Id, LocaleText } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type ProductCategory, refreshCatalogue } from './use-catalogue.ts';

const Entry = z.object({ name: LocaleText, parentId: Id.nullable(), active: z.boolean() });

export type ProductCategoryDialogProps = {
  /** Null adds one. */
  category: ProductCategory | null;
  categories: readonly ProductCategory[];
  onClose: () => void;
};

export function ProductCategoryDialog({ category, categories, onClose }: ProductCategoryDialogProps) {
  const t = useT();
  const title = t(category ? 'catalogue.change-product-category' : 'catalogue.add-product-category');
  const form = useZodForm(Entry, {
    name: category?.name ?? {},
    parentId: category?.parentId ?? null,
    active: category?.active ?? true,
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        form={form}
        onSubmit={async (values) => {
          if (category) await api.catalogue.updateProductCategory({ id: category.id, ...values });
          else await api.catalogue.createProductCategory(values);
          await refreshCatalogue();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('catalogue.name')} required />
        <TreeField
          name="parentId"
          label={t('catalogue.parent')}
          hint={t('catalogue.parent-hint')}
          entries={categories.filter(({ id }) => id !== category?.id)}
        />
        <SwitchField name="active" label={t('catalogue.active')} hint={t('catalogue.product-category-active-hint')} />
        <SubmitButton>{t(category ? 'ui.save' : 'catalogue.add-product-category')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
