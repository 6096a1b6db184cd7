// Sends a draft to those who shall review it.
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
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
  const form = useZodForm(Asked, { reviewerIds: [] });
  return (
    <Dialog opened onClose={onClose} title={t('knowledge.ask-review')}>
      <Form
        form={form}
        onSubmit={async ({ reviewerIds }) => {
          await api.knowledge.askReview({ id: documentId, reviewerIds });
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
        <SubmitButton>{t('knowledge.ask-review')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
