// Sends a draft to those who shall review it.
import { Alert, List } from '@mantine/core';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { isLanguage, languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { type Fault, isProblem } from '#web/lib/problem-error.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { PeoplePicker } from '#web/modules/organisation/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { fieldMessage, useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshKnowledge } from './use-knowledge.ts';

const Asked = z.object({ reviewerIds: z.array(Id).min(1).max(20) });
export type AskReviewDialogProps = { documentId: string; onClose: () => void; onAsked: () => void };

export function AskReviewDialog({ documentId, onClose, onAsked }: AskReviewDialogProps) {
  const t = useT();
  const [lacks, setLacks] = useState<readonly Fault[]>([]);
  const form = useZodForm(Asked, { reviewerIds: [] });
  return (
    <Dialog opened onClose={onClose} title={t('knowledge.ask-review')}>
      <Form
        form={form}
        onSubmit={async ({ reviewerIds }) => {
          setLacks([]);
          try {
            await api.knowledge.askReview({ id: documentId, reviewerIds });
          } catch (error) {
            if (!isProblem(error) || error.faults.length === 0) throw error;
            setLacks(error.faults);
            return;
          }
          onClose();
          onAsked();
          notifications.show({ message: t('knowledge.review-was-asked') });
          await refreshKnowledge();
        }}
      >
        <Controller
          control={form.control}
          name="reviewerIds"
          render={({ field, fieldState }) => (
            <PeoplePicker
              label={t('knowledge.reviewers')}
              hint={t('knowledge.reviewers-hint')}
              value={field.value}
              onChange={field.onChange}
              error={fieldMessage(fieldState.error?.message)}
            />
          )}
        />
        <Lacks faults={lacks} />
        <SubmitButton>{t('knowledge.ask-review')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** What a draft lacks, each with its place: the fields of the draft are not those of this dialog. */
function Lacks({ faults }: { faults: readonly Fault[] }) {
  const t = useT();
  if (faults.length === 0) return null;
  const parts = {
    title: t('knowledge.document-title'),
    body: t('knowledge.text'),
    steps: t('knowledge.steps'),
    concerns: t('knowledge.concerns'),
    questions: t('receipt.questions'),
    editorial: t('knowledge.editorial'),
    reviewerIds: t('knowledge.reviewers'),
  };
  const placeOf = ({ field, params }: Fault): string => {
    const name = field.split('.').find((part): part is keyof typeof parts => part in parts);
    const language = params?.['language'];
    return `${name ? parts[name] : field}${isLanguage(language) ? ` (${languageNames[language]})` : ''}`;
  };
  return (
    <Alert role="alert" color="red" variant="light" title={t('knowledge.review-lacks')}>
      <List>
        {faults.map((fault) => (
          <List.Item key={`${fault.field} ${fault.code}`}>
            {placeOf(fault)}: {faultText(fault.code, fault.params)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
