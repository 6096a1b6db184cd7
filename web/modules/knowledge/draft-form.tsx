// Writes a draft: its texts side by side per language, and below them what shall hold for the version.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DraftInput } from '#contract/knowledge.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { queryClient } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { AskReviewDialog } from './ask-review-dialog.tsx';
import { DraftTerms } from './draft-terms.tsx';
import { DraftTexts } from './draft-texts.tsx';
import classes from './knowledge.module.css';
import { type KnowledgeDocument, refreshKnowledge, type Version, versionQuery } from './use-knowledge.ts';

export type DraftFormProps = { document: KnowledgeDocument; version: Version; onLeave: () => void };

export function DraftForm({ document, version, onLeave }: DraftFormProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const [behind, setBehind] = useState(false);
  const form = useZodForm(DraftInput, draftOf(version));

  async function save(values: DraftInput): Promise<void> {
    try {
      const { revision } = await api.knowledge.saveDraft({ id: document.id, ...values });
      // What was written is what the editors hold: only the number of the revision is new.
      form.reset({ ...form.getValues(), revision }, { keepValues: false });
      await refreshKnowledge();
      notifications.show({ message: t('knowledge.draft-saved') });
    } catch (error) {
      if (isProblem(error, 'knowledge.changed-meanwhile')) setBehind(true);
      throw error;
    }
  }

  async function takeTheirs(): Promise<void> {
    const theirs = await queryClient.fetchQuery({ ...versionQuery(document.id, version.number), staleTime: 0 });
    form.reset(draftOf(theirs));
    setBehind(false);
  }

  const discard = useMutation({
    mutationFn: () => api.knowledge.discardDraft({ id: document.id }),
    onSuccess: async () => {
      form.reset(form.getValues());
      setDiscarding(false);
      onLeave();
      await refreshKnowledge();
    },
  });
  const back = version.reviews.find(({ decision }) => decision === 'sent-back');
  return (
    <>
      <Form form={form} onSubmit={save} kept={t('knowledge.kept')}>
        <LeaveQuestion />
        {back?.reason ? (
          <div className={classes['notice']}>
            <Text>{t('knowledge.was-sent-back')}</Text>
            <Text dir="auto" fw={500}>
              {back.reason}
            </Text>
          </div>
        ) : null}
        {behind ? (
          <div>
            <Button variant="default" onClick={() => void takeTheirs()}>
              {t('knowledge.take-theirs')}
            </Button>
          </div>
        ) : null}
        <DraftTexts withSteps={document.kind === 'step-sheet'} />
        <DraftTerms kind={document.kind} replaces={document.current?.number ?? null} />
        <Stack gap="sm" className={classes['save'] ?? ''}>
          <Group>
            <SubmitButton>{t('ui.save')}</SubmitButton>
            <Button
              variant="default"
              leftSection={<IconSend size={16} data-flips aria-hidden />}
              onClick={() =>
                void form
                  .handleSubmit(async (values) => {
                    if (form.formState.isDirty) await save(values);
                    setAsking(true);
                  })()
                  .catch(() => undefined)
              }
            >
              {t('knowledge.ask-review')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setDiscarding(true)}
            >
              {t('knowledge.discard')}
            </Button>
          </Group>
        </Stack>
      </Form>
      {/* Beside the form, not in it: a dialog with a form of its own would send both. */}
      {asking ? <AskReviewDialog documentId={document.id} onClose={() => setAsking(false)} onAsked={onLeave} /> : null}
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => discard.mutate()}
        title={t('knowledge.discard')}
        confirmLabel={t('knowledge.discard')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        {t(document.versions.length > 1 ? 'knowledge.discard-means' : 'knowledge.discard-means-all')}
      </ConfirmDialog>
    </>
  );
}

function draftOf(version: Version): DraftInput {
  const { texts, audience, editorial, changeNote, validFrom, demandsReceipt, receiptDays, questions, revision } =
    version;
  // The client's types lose what a text is; the server has checked it.
  const known = texts as DraftInput['texts'];
  return {
    texts: known,
    audience,
    editorial,
    changeNote,
    validFrom,
    demandsReceipt,
    receiptDays,
    questions,
    revision,
  };
}
