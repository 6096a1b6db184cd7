// Begins a document: its kind, language, title and topic; the text is written on the page that follows.
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Audience, DocumentKind } from '#contract/knowledge.ts';
import { Id, Language } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { documentKinds, publicKinds } from './choices.ts';
import { refreshKnowledge, useTopics } from './use-knowledge.ts';

const Begin = z.object({
  kind: DocumentKind,
  audience: Audience,
  language: Language,
  title: z.string().trim().min(1).max(200),
  topicId: Id.nullable(),
});

export function NewDocumentDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const language = useLanguage();
  const topics = useTopics();
  const form = useZodForm(Begin, { kind: 'procedure', audience: 'staff', language, title: '', topicId: null });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const mayBePublic = publicKinds.includes(kind);
  return (
    <Dialog opened onClose={onClose} title={t('knowledge.add')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const { id } = await api.knowledge.createDocument({
            ...values,
            audience: mayBePublic ? values.audience : 'staff',
          });
          await refreshKnowledge();
          await go({ to: '/knowledge/drafts/$documentId', params: { documentId: id } });
        }}
      >
        <TextField name="title" label={t('knowledge.document-title')} required maxLength={200} startHere />
        <SelectField
          name="kind"
          label={t('knowledge.kind')}
          choices={documentKinds.map((value) => ({ value, label: t(`knowledge.kind.${value}`) }))}
        />
        {mayBePublic ? (
          <RadioField
            name="audience"
            label={t('knowledge.audience')}
            choices={(['staff', 'public'] as const).map((value) => ({
              value,
              label: t(`knowledge.audience.${value}`),
              hint: t(`knowledge.audience.${value}-hint`),
            }))}
          />
        ) : null}
        <SelectField
          name="language"
          label={t('knowledge.first-language')}
          hint={t('knowledge.first-language-hint')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        {topics.length > 0 ? (
          <TreeField
            name="topicId"
            label={t('knowledge.topic')}
            entries={topics.map((topic) => ({ ...topic, sortOrder: topic.order }))}
          />
        ) : null}
        <SubmitButton>{t('knowledge.begin')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
