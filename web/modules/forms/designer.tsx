// Designs a form: its name and fields in a list, what they will look like beside it, and what is wrong at its place.
import { Button } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { countryPacks } from '#kernel/country-packs.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { queryClient } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import type { Place } from './arrange.ts';
import { Design, DesignContext, faultsIn } from './design.ts';
import { FaultAt } from './fault-at.tsx';
import { Preview } from './preview.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SectionsField } from './sections-field.tsx';
import { formQuery, showForm, type FormView } from './use-forms.ts';
import classes from './forms.module.css';

type Draft = NonNullable<FormView['draft']>;

export function Designer({ view, draft }: { view: FormView; draft: Draft }) {
  const t = useT();
  const { organisation } = useSession();
  const [show, setShow] = useState<'edit' | 'preview'>('edit');
  const [open, setOpen] = useState<Place | null>(null);
  const [publishing, setPublishing] = useState<number | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const [revision, setRevision] = useState(draft.revision);
  const [behind, setBehind] = useState(false);
  const form = useZodForm(Design, { name: view.name, definition: draft.definition as Design['definition'] });
  const definition = useWatch({ control: form.control, name: 'definition' }) as Design['definition'];
  const faults = useMemo(() => faultsIn(definition), [definition]);
  const designing = useMemo(
    () => ({ faults, fixedKeys: new Set(view.publishedKeys), currency: countryPacks[organisation.country].currency }),
    [faults, view.publishedKeys, organisation.country],
  );

  /** Answers with the revision that is saved. */
  async function save(values: Design): Promise<number> {
    try {
      const saved = await api.forms.saveDraft({ id: view.id, revision, ...values });
      const next = saved.draft?.revision ?? revision;
      setRevision(next);
      form.reset(form.getValues());
      await showForm(saved);
      return next;
    } catch (error) {
      if (isProblem(error, 'form.changed-meanwhile')) setBehind(true);
      throw error;
    }
  }

  async function takeTheirs(): Promise<void> {
    const theirs = await queryClient.fetchQuery({ ...formQuery(view.id), staleTime: 0 });
    if (!theirs.draft) return;
    form.reset({ name: theirs.name, definition: theirs.draft.definition as Design['definition'] });
    setRevision(theirs.draft.revision);
    setBehind(false);
  }

  const discard = useMutation({
    mutationFn: () => api.forms.discardDraft({ id: view.id }),
    onSuccess: async (next) => {
      form.reset(form.getValues());
      setDiscarding(false);
      await showForm(next);
    },
  });
  /** What cannot be published is shown where it can be mended. */
  function goToFault(): void {
    setShow('edit');
    const [path = ''] = [...faults.keys()].toSorted();
    const [, section, , index] = path.split('.');
    if (index !== undefined) setOpen({ section: Number(section), index: Number(index) });
  }

  const count = [...faults.values()].flat().length;
  return (
    <DesignContext value={designing}>
      <div className={classes['tabs']}>
        <WordFilter
          label={t('form.show')}
          value={show}
          choices={[
            { value: 'edit', label: t('form.show.edit') },
            { value: 'preview', label: t('form.show.preview') },
          ]}
          onChange={setShow}
        />
      </div>
      <div className={classes['columns']} data-show={show}>
        <div>
          <Form
            form={form}
            kept={t('form.kept')}
            onSubmit={async (values) => {
              await save(values);
              notifications.show({ message: t('form.draft-saved') });
            }}
          >
            <LeaveQuestion />
            {behind ? (
              <div>
                <Button variant="default" onClick={() => void takeTheirs()}>
                  {t('form.take-theirs')}
                </Button>
              </div>
            ) : null}
            <LocaleTextField name="name" label={t('form.name')} required />
            <SectionsField open={open} onOpen={setOpen} />
            <FaultAt path="sections" />
            <div className={classes['save']}>
              <SubmitButton>{t('form.save-draft')}</SubmitButton>
              <Button
                variant="default"
                leftSection={<IconSend size={16} data-flips aria-hidden />}
                onClick={() => {
                  if (count > 0) return goToFault();
                  void form
                    .handleSubmit(async (values) =>
                      setPublishing(form.formState.isDirty ? await save(values) : revision),
                    )()
                    .catch(() => undefined);
                }}
              >
                {t('form.publish')}
              </Button>
              {draft.number > 1 ? (
                <Button
                  variant="subtle"
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => setDiscarding(true)}
                >
                  {t('form.discard')}
                </Button>
              ) : null}
              <span className={classes['quiet']} role="status">
                {count > 0 ? t('form.to-mend', { count }) : ''}
              </span>
            </div>
          </Form>
        </div>
        {/* Beside the form, not in it: what is tried there is not sent. */}
        <Preview definition={definition} />
      </div>
      {publishing === null ? null : (
        <PublishDialog view={view} revision={publishing} onClose={() => setPublishing(null)} />
      )}
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => discard.mutate()}
        title={t('form.discard')}
        confirmLabel={t('form.discard')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        {t('form.discard-means')}
      </ConfirmDialog>
    </DesignContext>
  );
}
