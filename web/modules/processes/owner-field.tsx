// A field of a form that chooses the owner of a process.
import { useT } from '#web/lib/i18n.ts';
import { PersonPicker } from '#web/modules/organisation/index.ts';
import { useField } from '#web/ui/form/use-field.ts';

export function OwnerField() {
  const t = useT();
  const field = useField<string | null>({ name: 'ownerId', label: t('process.owner') });
  return (
    <PersonPicker
      label={t('process.owner')}
      hint={t('process.owner-hint')}
      clearable={false}
      value={field.value ?? null}
      onChange={field.change}
      error={field.error}
    />
  );
}
