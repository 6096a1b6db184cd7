// Which process the cases of a category run by: chosen, with its version and what becomes of it when a case ends.
import { Stack, Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { z } from 'zod';
import { WhenCaseEnds } from '#contract/case-processes.ts';
import { Id } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ProcessField } from '#web/ui/process-field.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';

const Entry = z.object({
  modelId: Id.nullable(),
  /** `newest`, or a number: a list gives words. */
  version: z.string().nullable(),
  whenCaseEnds: WhenCaseEnds,
});
const newest = 'newest';

const bindingsQuery = orpc.cases.categoryProcesses.queryOptions({ input: {} });
type Binding = Awaited<ReturnType<typeof api.cases.categoryProcesses>>['items'][number];

export function CategoryProcess({ categoryId, mayManage }: { categoryId: string; mayManage: boolean }) {
  const t = useT();
  const id = useId();
  const bindings = useQuery(bindingsQuery);
  const binding = bindings.data?.items.find((one) => one.categoryId === categoryId) ?? null;
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h4" id={id}>
        {t('category-process.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('category-process.purpose')}
      </Text>
      <ErrorNote error={bindings.error} retry={() => void bindings.refetch()} />
      {bindings.isPending ? <TextSkeleton lines={2} /> : null}
      {bindings.data ? (
        <ProcessForm key={categoryId} categoryId={categoryId} binding={binding} mayManage={mayManage} />
      ) : null}
    </section>
  );
}

type FormProps = { categoryId: string; binding: Binding | null; mayManage: boolean };

function ProcessForm({ categoryId, binding, mayManage }: FormProps) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const form = useZodForm(Entry, {
    modelId: binding?.model.id ?? null,
    version: binding?.version ? String(binding.version) : newest,
    whenCaseEnds: binding?.whenCaseEnds ?? 'cancel',
  });
  const modelId = form.watch('modelId');
  const model = useQuery(
    orpc.processes.getModel.queryOptions({ input: modelId === null ? skipToken : { id: modelId } }),
  );
  const retired = binding?.retired && modelId === binding.model.id;
  const newestNumber = model.data?.version ?? 0;

  async function save({ modelId: chosen, version, whenCaseEnds }: z.output<typeof Entry>): Promise<void> {
    if (chosen)
      await api.cases.setCategoryProcess({
        id: categoryId,
        modelId: chosen,
        version: version === null || version === newest ? null : Number(version),
        whenCaseEnds,
      });
    else await api.cases.removeCategoryProcess({ id: categoryId });
    await queryClient.invalidateQueries({ queryKey: bindingsQuery.queryKey });
    notifications.show({ message: t(chosen ? 'category-process.saved' : 'category-process.removed') });
  }

  return (
    <Form form={form} onSubmit={save}>
      <ProcessField
        name="modelId"
        label={t('category-process.model')}
        by="id"
        known={binding && { value: binding.model.id, label: text(binding.model.name) }}
        clearable
        disabled={!mayManage}
      />
      <ErrorNote error={model.error} retry={() => void model.refetch()} />
      {retired ? (
        <Text size="sm" role="note">
          {t('category-process.retired')}
        </Text>
      ) : null}
      {modelId === null ? null : (
        <Stack gap="md">
          <SelectField
            name="version"
            label={t('category-process.version')}
            choices={[
              { value: newest, label: t('category-process.version-newest') },
              ...Array.from({ length: newestNumber }, (_, at) => ({
                value: String(newestNumber - at),
                label: t('category-process.version-number', { number: format.number(newestNumber - at) }),
              })),
            ]}
            disabled={!mayManage}
          />
          <RadioField
            name="whenCaseEnds"
            label={t('category-process.when-case-ends')}
            choices={WhenCaseEnds.options.map((value) => ({ value, label: t(`category-process.ends.${value}`) }))}
            disabled={!mayManage}
          />
        </Stack>
      )}
      {mayManage ? <SubmitButton>{t('category-process.save')}</SubmitButton> : null}
    </Form>
  );
}
