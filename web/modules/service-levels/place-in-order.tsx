// Before which policy a new one is tried.
import { Select } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { usePolicies } from './use-policies.ts';

const atTheEnd = 'end';

export function PlaceInOrder({
  position,
  onChange,
}: {
  position: number | null;
  onChange: (position: number | null) => void;
}) {
  const t = useT();
  const text = useLocaleText();
  const policies = usePolicies().data?.items ?? [];
  if (policies.length === 0) return null;
  return (
    <Select
      label={t('service-policy.place')}
      description={t('service-policy.place-hint')}
      allowDeselect={false}
      data={[
        ...policies.map(({ name }, index) => ({
          value: String(index + 1),
          label: t('service-policy.place-before', { name: text(name) }),
        })),
        { value: atTheEnd, label: t('service-policy.place-end') },
      ]}
      value={position === null ? atTheEnd : String(position)}
      onChange={(value) => onChange(value === null || value === atTheEnd ? null : Number(value))}
    />
  );
}
