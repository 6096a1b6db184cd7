// What people set right in an instance, with their reason, the newest first.
import { Text, Title } from '@mantine/core';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import classes from './processes.module.css';
import type { Instance } from './use-processes.ts';

export function Corrections({ instance: { corrections } }: { instance: Instance }) {
  const t = useT();
  const comma = useLanguage() === 'en' ? ', ' : '، ';
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections-title">
      <Title order={3} size="h4" id="corrections-title">
        {t('instance.corrections')}
      </Title>
      <ul className={classes['list']}>
        {corrections.map(({ at, by, type, names, reason, migration }) => (
          <li key={`${at} ${type}`} className={classes['fault']}>
            <Text fw={600}>
              {t(`instance.correction.${type}`, {
                names: names.join(comma),
                from: migration?.from ?? null,
                to: migration?.to ?? null,
              })}
            </Text>
            <Text size="sm" c="dimmed">
              <DateText value={at} show="date-time" /> · <bdi>{by.name ?? ''}</bdi>
            </Text>
            {reason ? <UserText>{reason}</UserText> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
