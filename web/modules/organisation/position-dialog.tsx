// Adds a position or changes one: title, unit, whether it heads the unit, responsibilities, and who holds it.
import { useRef } from 'react';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { Id } from '#contract/common.ts';
import { PositionInput } from '#contract/organisation.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { PersonPicker } from './person-picker.tsx';
import type { Position, Unit } from './unit-tree.ts';
import { refreshPeople } from './use-people.ts';
import { refreshStructure } from './use-structure.ts';

const Entry = PositionInput.extend({ personId: Id.nullable() });

export type PositionDialogProps = {
  units: readonly Unit[];
  unitId: string;
  position?: Position;
  onClose: () => void;
};

export function PositionDialog({ units, unitId, position, onClose }: PositionDialogProps) {
  const t = useT();
  // Made by a first try whose second step was refused: the next try must not make another.
  const made = useRef(position);
  const form = useZodForm(Entry, {
    unitId,
    title: position?.title ?? {},
    responsibilities: position?.responsibilities ?? '',
    isHead: position?.isHead ?? false,
    personId: position?.personId ?? null,
  });

  async function save({ personId, ...values }: z.output<typeof Entry>): Promise<void> {
    const entry = { ...values, responsibilities: values.responsibilities || null };
    made.current = made.current
      ? await api.organisation.updatePosition({ id: made.current.id, ...entry })
      : await api.organisation.createPosition(entry);
    if (made.current.personId !== personId)
      made.current = await api.organisation.holdPosition({ id: made.current.id, personId });
    await Promise.all([refreshStructure(), refreshPeople()]);
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t(position ? 'organisation.change-position' : 'organisation.add-position')}>
      <Form form={form} onSubmit={save}>
        <LocaleTextField name="title" label={t('organisation.position-title')} required />
        <HolderField />
        <TreeField name="unitId" label={t('organisation.unit')} entries={units} clearable={false} required />
        <SwitchField name="isHead" label={t('organisation.is-head')} hint={t('organisation.is-head-hint')} />
        <ProseField name="responsibilities" label={t('organisation.responsibilities')} maxLength={5000} />
        <SubmitButton>{t(position ? 'ui.save' : 'organisation.add-position')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function HolderField() {
  const t = useT();
  const { field } = useController<z.input<typeof Entry>, 'personId'>({ name: 'personId' });
  return (
    <PersonPicker
      label={t('organisation.holder')}
      hint={t('organisation.holder-hint')}
      value={field.value}
      onChange={field.onChange}
    />
  );
}
