// The regime that a policy carries out, chosen or taken away.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { regimesQuery } from './use-policies.ts';

export function RegimeField() {
  const t = useT();
  const text = useLocaleText();
  const regimes = useQuery(regimesQuery).data?.items ?? [];
  return (
    <SelectField
      name="regimeId"
      label={t('service-policy.regime')}
      hint={t('service-policy.regime-hint')}
      clearable
      choices={regimes.map(({ id, name }) => ({ value: id, label: text(name) }))}
    />
  );
}
