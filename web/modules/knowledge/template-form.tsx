// Writes a reply template: its name, its text per language with variables, what it is offered for, and beside it an example.
import { Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { ReplyTemplateInput } from '#contract/reply-templates.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { RichTextField } from '#web/ui/rich-text/rich-text-field.tsx';
import { emptyRichText } from '#web/ui/rich-text/rich-text-input.tsx';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import classes from './knowledge.module.css';
import { exampleValues, useTemplateVariables } from './template-variables.ts';
import { imageAddress } from './use-knowledge.ts';

type Template = Awaited<ReturnType<typeof api.replyTemplates.get>>;
const caseKinds = ['complaint', 'request', 'inquiry', 'suggestion', 'remark'] as const;

export type TemplateFormProps = { before: Template | null; onKept: (id: string) => void };

export async function refreshTemplates(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.replyTemplates.key() });
}

export function TemplateForm({ before, onKept }: TemplateFormProps) {
  const t = useT();
  const text = useLocaleText();
  const own = useLanguage();
  const variables = useTemplateVariables();
  const categories = useQuery(orpc.catalogue.listCategories.queryOptions({ input: {} })).data?.items ?? [];
  const form = useZodForm(ReplyTemplateInput, {
    name: before?.name ?? '',
    texts: before?.texts ?? [{ language: own, body: emptyRichText }],
    categoryIds: before?.categoryIds ?? [],
    caseKinds: before?.caseKinds ?? [],
  });
  const texts = useFieldArray({ control: form.control, name: 'texts', keyName: 'key' });
  const missing = languages.filter((language) => !texts.fields.some((one) => one.language === language));
  const switching = useMutation({
    mutationFn: (active: boolean) => api.replyTemplates.setActive({ id: before?.id ?? '', active }),
    onSuccess: refreshTemplates,
  });
  return (
    <Form
      form={form}
      kept={t('knowledge.kept')}
      onSubmit={async (values) => {
        const { id } = before
          ? await api.replyTemplates.update({ id: before.id, version: before.version, ...values })
          : await api.replyTemplates.create(values);
        form.reset(values);
        await refreshTemplates();
        notifications.show({ message: t('knowledge.saved') });
        onKept(id);
      }}
    >
      <LeaveQuestion />
      <TextField name="name" label={t('reply-template.name')} hint={t('reply-template.name-hint')} required />
      {texts.fields.map((one, index) => (
        <section key={one.key} className={classes['fieldset']} aria-label={languageNames[one.language]}>
          <RichTextField
            name={`texts.${index}.body`}
            label={`${t('reply-template.text')} (${languageNames[one.language]})`}
            hint={t('reply-template.text-hint')}
            language={one.language}
            imageAddress={imageAddress}
            plain
            variables={variables}
          />
          <Preview index={index} />
          {texts.fields.length > 1 ? (
            <div>
              <Button
                variant="subtle"
                color="red"
                size="compact-md"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => texts.remove(index)}
              >
                {t('knowledge.remove-language', { language: languageNames[one.language] })}
              </Button>
            </div>
          ) : null}
        </section>
      ))}
      <Group gap="xs">
        {missing.map((language) => (
          <Button
            key={language}
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => texts.append({ language, body: emptyRichText })}
          >
            {t('knowledge.write-in', { language: languageNames[language] })}
          </Button>
        ))}
      </Group>
      <CheckboxesField
        name="caseKinds"
        label={t('knowledge.case-kinds')}
        hint={t('reply-template.offered-hint')}
        choices={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
      />
      <Controller
        control={form.control}
        name="categoryIds"
        render={({ field }) => (
          <MultiSelect
            label={t('knowledge.categories')}
            searchable
            clearable
            nothingFoundMessage={t('ui.nothing-found')}
            data={categories.map((one) => ({ value: one.id, label: text(one.name) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Group>
        <SubmitButton>{t('ui.save')}</SubmitButton>
        {before ? (
          <Button variant="subtle" loading={switching.isPending} onClick={() => switching.mutate(!before.active)}>
            {t(before.active ? 'reply-template.take-out' : 'reply-template.take-back')}
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={switching.error} />
      {before ? (
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {t('knowledge.version-number', { number: before.version })} · {t('reply-template.changed')}{' '}
            <DateText value={before.changedAt} />
            {before.changedBy ? (
              <>
                {' · '}
                <bdi>{before.changedBy.name}</bdi>
              </>
            ) : null}
          </Text>
        </Stack>
      ) : null}
    </Form>
  );
}

/** As a customer would read it, with an invented case. */
function Preview({ index }: { index: number }) {
  const t = useT();
  const body = useWatch<ReplyTemplateInput>({
    name: `texts.${index}.body`,
  }) as ReplyTemplateInput['texts'][number]['body'];
  const language = useWatch<ReplyTemplateInput>({ name: `texts.${index}.language` }) as 'ar' | 'fa' | 'en';
  return (
    <div className={classes['preview']} role="group" aria-label={t('reply-template.preview')}>
      <Text size="sm" c="dimmed">
        {t('reply-template.preview')}
      </Text>
      <RichTextView value={body} lang={language} imageAddress={imageAddress} variable={exampleValues(language)} />
    </div>
  );
}
