// A field of a record and its value in words, for choosing which one survives.
import { Text } from '@mantine/core';
import { languageNames } from '#web/lib/direction.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import type { Preview } from './use-duplicates.ts';

type Choice = Preview['choices'][number];

export function useFieldName(): (choice: Choice) => string {
  const t = useT();
  const text = useLocaleText();
  return ({ field, name }) => (name ? text(name) : t(`duplicate.field.${field}` as MessageKey));
}

export function FieldValueText({ field, value: { value, label } }: { field: string; value: Choice['survivor'] }) {
  const t = useT();
  const text = useLocaleText();
  if (value === null)
    return (
      <Text span c="dimmed">
        {t('duplicate.empty-value')}
      </Text>
    );
  if (label) return <bdi>{text(label)}</bdi>;
  if (field === 'birthDate') return <DateText value={value} />;
  if (field === 'nationalId') return <Ltr>{value}</Ltr>;
  if (field === 'language') return <bdi>{languageNames[value as keyof typeof languageNames]}</bdi>;
  if (field === 'preferredChannel') return t(`duplicate.consent-channel.${value as 'email' | 'phone'}`);
  if (field === 'gender') return t(`duplicate.gender.${value as 'female' | 'male'}`);
  if (field === 'stage') return t(`duplicate.stage.${value as 'prospective' | 'current' | 'lapsed'}`);
  return <bdi>{value}</bdi>;
}
