// Describes a persona or changes one; each list is a line a thing.
import { Button, Group, Input, TextInput } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { PersonaChannel, PersonaInput } from '#contract/segments.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField, TextField, writtenDirection } from '#web/ui/form/text-field.tsx';
import { useField } from '#web/ui/form/use-field.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LinesField } from './lines-field.tsx';
import { refreshTree, type Persona } from './use-tree.ts';

type Props = { segmentId: string; persona: Persona | null; onClose: () => void };

export function PersonaDialog({ segmentId, persona, onClose }: Props) {
  const t = useT();
  const form = useZodForm(PersonaInput, {
    name: persona?.name ?? '',
    story: persona?.story ?? null,
    goals: persona?.goals ?? [],
    needs: persona?.needs ?? [],
    frustrations: persona?.frustrations ?? [],
    channels: persona?.channels ?? [],
    quotes: persona?.quotes ?? [],
    evidence: persona?.evidence ?? [],
  });
  const done = async (): Promise<void> => {
    await refreshTree();
    notifications.show({ message: t('segment.saved') });
    onClose();
  };
  const remove = useMutation({ mutationFn: () => api.segments.removePersona({ id: persona!.id }), onSuccess: done });
  return (
    <Dialog opened onClose={onClose} size="lg" title={t(persona ? 'segment.persona-edit' : 'segment.persona-add')}>
      <ErrorNote error={remove.error} />
      <Form
        form={form}
        onSubmit={async (values) => {
          if (persona) await api.segments.updatePersona({ id: persona.id, ...values });
          else await api.segments.addPersona({ segmentId, ...values });
          await done();
        }}
      >
        <TextField name="name" label={t('segment.persona.name')} required />
        <ProseField name="story" label={t('segment.persona.story')} rows={2} />
        <LinesField name="goals" label={t('segment.persona.goals')} hint={t('segment.lines-hint')} />
        <LinesField name="needs" label={t('segment.persona.needs')} />
        <LinesField name="frustrations" label={t('segment.persona.frustrations')} />
        <CheckboxesField
          name="channels"
          label={t('segment.persona.channels')}
          choices={PersonaChannel.options.map((value) => ({ value, label: t(`segment.persona-channel.${value}`) }))}
        />
        <LinesField name="quotes" label={t('segment.persona.quotes')} />
        <EvidenceField />
        <Group justify="space-between">
          <SubmitButton>{t(persona ? 'ui.save' : 'segment.persona-add')}</SubmitButton>
          {persona ? (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('segment.persona-remove')}
            </Button>
          ) : null}
        </Group>
      </Form>
    </Dialog>
  );
}

type Evidence = PersonaInputEvidence[];
type PersonaInputEvidence = Persona['evidence'][number];

/** What it is known from, each with a link where there is one. */
function EvidenceField() {
  const t = useT();
  const label = t('segment.persona.evidence');
  const field = useField<Evidence>({ name: 'evidence', label });
  const set = (index: number, change: Partial<PersonaInputEvidence>) =>
    field.change(field.value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <Input.Wrapper label={label} labelElement="div" error={field.error}>
      {field.value.map((one, index) => (
        // Told apart by place: two notes may read the same.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={index} gap="xs" mb="xs" wrap="nowrap" align="flex-start">
          <TextInput
            flex={2}
            aria-label={t('segment.persona.evidence-note')}
            placeholder={t('segment.persona.evidence-note')}
            attributes={writtenDirection(one.note)}
            value={one.note}
            onChange={(event) => set(index, { note: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            dir="ltr"
            aria-label={t('segment.persona.evidence-link')}
            placeholder="https://"
            value={one.link ?? ''}
            onChange={(event) => set(index, { link: event.currentTarget.value.trim() || null })}
          />
          <Button
            variant="subtle"
            px="xs"
            aria-label={t('segment.persona.evidence-remove')}
            onClick={() => field.change(field.value.filter((_, at) => at !== index))}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => field.change([...field.value, { note: '', link: null }])}
        >
          {t('segment.persona.evidence-add')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
