// The form for a new case: who asks, what about, where it goes. Everything typed is kept until it was saved.
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { v7 as uuidv7 } from 'uuid';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useSession } from '#web/lib/session.ts';
import { answerFaults, FormFields, useFormInUse } from '#web/modules/forms/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField, TextField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { caseKinds, casePriorities, spokenChannels } from './case-choices.ts';
import { CategoryField } from './category-field.tsx';
import { CustomerField } from './customer-field.tsx';
import { FilesField } from './files-field.tsx';
import { emptyValues, registerInput, registerSchema } from './register-schema.ts';
import classes from './register.module.css';
import { useDraft, useFormDraft } from '#web/ui/form/use-form-draft.ts';
import { useFreshAnswers } from './use-fresh-answers.ts';
import { categoriesQuery, unitsQuery } from './use-names.ts';

export function RegisterForm({
  onRegistered,
}: {
  onRegistered: (done: { id: string; number: string; trackingCode: string }) => void;
}) {
  const t = useT();
  const { organisation } = useSession();
  const text = useLocaleText();
  const empty = emptyValues(organisation.language);
  const draft = useDraft('case.register', empty);
  const asked = useRef<ReturnType<typeof useFormInUse>['version']>(null);
  // A draft of before may lack what was added since.
  const form = useZodForm(registerSchema, { ...empty, ...draft.value }, ({ form: filled }) =>
    asked.current
      ? answerFaults(asked.current.definition, filled.answers, { country: organisation.country, under: 'form.answers' })
      : [],
  );
  useFormDraft(form, draft);
  const units = useQuery(unitsQuery).data?.items ?? [];
  const categories = useQuery(categoriesQuery).data?.items;
  const [kind, categoryId] = useWatch({ control: form.control, name: ['kind', 'categoryId'] });
  const { version, error } = useFormInUse(categories?.find((one) => one.id === categoryId)?.formId);
  const ready = useFreshAnswers(form, version);
  useEffect(() => {
    asked.current = version;
  }, [version]);
  // One key for one form: pressed twice on a slow line it is still one case.
  const key = useRef(uuidv7());

  const before = useRef(categoryId);
  useEffect(() => {
    const unitId = categories?.find((one) => one.id === categoryId)?.unitId;
    if (before.current !== categoryId && unitId) form.setValue('unitId', unitId);
    before.current = categoryId;
  }, [categoryId, categories, form]);

  return (
    <Form
      form={form}
      kept={t('case.kept')}
      onSubmit={async (values) => {
        const done = await api.cases.register(registerInput(values, version), {
          context: { idempotencyKey: key.current },
        });
        key.current = uuidv7();
        draft.clear();
        onRegistered(done);
      }}
    >
      <CustomerField />
      <fieldset className={classes['group']}>
        <legend>{t('case.register.matter')}</legend>
        <div className={classes['pair']}>
          <SelectField
            name="channel"
            label={t('case.fact.channel')}
            choices={spokenChannels.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
          />
          <SelectField
            name="kind"
            label={t('case.fact.kind')}
            choices={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
          />
        </div>
        <TextField name="subject" label={t('case.subject')} hint={t('case.subject-hint')} required maxLength={300} />
        <ProseField
          name="description"
          label={t('case.description')}
          hint={t('case.description-hint')}
          required
          rows={5}
        />
        <FilesField name="files" />
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>{t('case.register.way')}</legend>
        <div className={classes['pair']}>
          <CategoryField name="categoryId" kind={kind} />
          <TreeField name="unitId" label={t('case.fact.unit')} hint={t('case.register.unit-hint')} entries={units} />
        </div>
        <ErrorNote error={error} />
        {version === undefined ? <Skeleton height={120} /> : null}
        {version && ready ? (
          <fieldset className={classes['group']}>
            <legend dir="auto">{text(version.formName)}</legend>
            <Suspense fallback={<Skeleton height={120} />}>
              <FormFields definition={version.definition} name="form.answers" />
            </Suspense>
          </fieldset>
        ) : null}
        <SelectField
          name="priority"
          label={t('case.fact.priority')}
          choices={casePriorities.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
        />
      </fieldset>
      <SubmitButton>{t('case.register')}</SubmitButton>
    </Form>
  );
}
