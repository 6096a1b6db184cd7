// Adds a product or a service, or changes one.
import { z } from 'zod';
import { Id, LocaleText } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { type Product, refreshCatalogue, useProductCategories } from './use-catalogue.ts';

const kinds = ['product', 'service'] as const;
const Entry = z.object({
  name: LocaleText,
  kind: z.enum(kinds),
  categoryId: Id.nullable(),
  code: z.string().trim().max(60).optional(),
  active: z.boolean(),
});

export function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const t = useT();
  const categories = useProductCategories().filter(({ id, active }) => active || id === product?.categoryId);
  const form = useZodForm(Entry, {
    name: product?.name ?? {},
    kind: product?.kind ?? 'product',
    categoryId: product?.categoryId ?? null,
    code: product?.code ?? '',
    active: product?.active ?? true,
  });
  return (
    <Dialog opened onClose={onClose} title={t(product ? 'catalogue.change-product' : 'catalogue.add-product')}>
      <Form
        form={form}
        onSubmit={async ({ code, ...rest }) => {
          const values = { ...rest, code: code || null };
          if (product) await api.catalogue.updateProduct({ id: product.id, ...values });
          else await api.catalogue.createProduct(values);
          await refreshCatalogue();
          onClose();
        }}
      >
        <LocaleTextField name="name" label={t('catalogue.name')} required />
        <RadioField
          name="kind"
          label={t('catalogue.product-kind')}
          choices={kinds.map((value) => ({ value, label: t(`catalogue.product-kind.${value}`) }))}
        />
        <TreeField name="categoryId" label={t('catalogue.product-category')} entries={categories} />
        <CodeField name="code" label={t('catalogue.code')} hint={t('catalogue.code-hint')} />
        <SwitchField name="active" label={t('catalogue.active')} hint={t('catalogue.product-active-hint')} />
        <SubmitButton>{t(product ? 'ui.save' : 'catalogue.add-product')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
