// Says what a case is: kind, category, product or service, priority, subject.
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Priority } from '#contract/case-facts.ts';
import { CaseKind } from '#contract/cases.ts';
import { Id, Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { caseKinds, casePriorities } from './case-choices.ts';
import type { DialogFormProps } from './case-dialog.tsx';
import { showChanged } from './case-queries.ts';
import { CategoryField } from './category-field.tsx';
import { categoriesQuery, productsQuery } from './use-names.ts';

const schema = z.object({
  kind: CaseKind,
  categoryId: Id.nullable(),
  productId: Id.nullable(),
  priority: Priority,
  subject: Line,
});

export function ClassifyForm({ view, onDone }: DialogFormProps) {
  const t = useT();
  const text = useLocaleText();
  const { kind, categoryId, productId, priority, subject } = view;
  const products = useQuery(productsQuery).data?.items ?? [];
  const form = useZodForm(schema, { kind, categoryId, productId, priority, subject });
  const [chosenKind, chosenCategory] = useWatch({ control: form.control, name: ['kind', 'categoryId'] });
  const categories = useQuery(categoriesQuery).data?.items;
  const formOf = (id: string | null) => categories?.find((one) => one.id === id)?.formId ?? null;
  const [before, after] = [formOf(categoryId), formOf(chosenCategory)];
  // Said before it is saved: what was filled in is not lost, and what will be asked is not filled in yet.
  const formNote = before === after ? null : after ? 'case.classify-form-asked' : 'case.classify-form-stays';

  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        void showChanged(await api.cases.classify({ id: view.id, ...values }));
        onDone();
      }}
    >
      <SelectField
        name="kind"
        label={t('case.fact.kind')}
        choices={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
      />
      <CategoryField name="categoryId" kind={chosenKind} />
      {formNote ? <p role="status">{t(formNote)}</p> : null}
      <SelectField
        name="productId"
        label={t('case.fact.product_id')}
        clearable
        searchable
        choices={products
          .filter((one) => one.active || one.id === productId)
          .map((one) => ({ value: one.id, label: text(one.name) }))}
      />
      <SelectField
        name="priority"
        label={t('case.fact.priority')}
        choices={casePriorities.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
      />
      <TextField name="subject" label={t('case.subject')} required />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
