// Adds a unit, or changes the name and place of one.
import { UnitInput } from '#contract/organisation.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import type { Unit } from './unit-tree.ts';
import { refreshStructure } from './use-structure.ts';

export type UnitDialogProps = {
  units: readonly Unit[];
  /** The unit to change; without it a new one is added, below `parentId`. */
  unit?: Unit;
  parentId?: string;
  /** Where it cannot be moved: itself and what is below it. */
  within?: ReadonlySet<string>;
  onClose: () => void;
  onDone?: (id: string) => void;
};

export function UnitDialog({ units, unit, parentId, within, onClose, onDone }: UnitDialogProps) {
  const t = useT();
  const form = useZodForm(UnitInput, {
    name: unit?.name ?? {},
    parentId: unit ? unit.parentId : (parentId ?? null),
    ...(unit ? { sortOrder: unit.sortOrder } : {}),
  });
  return (
    <Dialog opened onClose={onClose} title={t(unit ? 'organisation.change-unit' : 'organisation.add-unit')}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = unit
            ? await api.organisation.updateUnit({ id: unit.id, ...values })
            : await api.organisation.createUnit(values);
          await refreshStructure();
          onClose();
          onDone?.(done.id);
        }}
      >
        <LocaleTextField name="name" label={t('organisation.unit-name')} required />
        <TreeField
          name="parentId"
          label={t('organisation.unit-parent')}
          hint={t('organisation.unit-parent-hint')}
          entries={units.filter(({ id }) => !within?.has(id))}
        />
        {unit ? (
          <NumberField name="sortOrder" label={t('organisation.unit-order')} hint={t('organisation.unit-order-hint')} />
        ) : null}
        <SubmitButton>{t(unit ? 'ui.save' : 'organisation.add-unit')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
