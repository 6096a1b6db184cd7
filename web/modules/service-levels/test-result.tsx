// What trying the policies gave: each that was tried with what does not fit, and the due times of the one that holds.
import { Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { DateText } from '#web/ui/date-text.tsx';
import { DerivationText } from './derivation-text.tsx';
import { goalWords, listWords } from './goal-words.ts';
import classes from './policies.module.css';
import type { PolicyTest } from './policy-wire.ts';
import { useWords } from './words.ts';

export function TestResult({ result: { tried, policy, due }, at }: { result: PolicyTest; at: string }) {
  const words = useWords();
  const { t, text } = words;
  return (
    <div role="status" className={classes['part']}>
      <Title order={3} size="h4">
        {policy ? t('service-policy.test-holds', { name: text(policy.name) }) : t('service-policy.test-none')}
      </Title>
      <ol className={classes['tried']} aria-label={t('service-policy.tried')}>
        {tried.map(({ id, name, fits, fails }) => (
          <li key={id} data-fits={id === policy?.id || undefined}>
            {fits ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
            <span>
              <bdi>{text(name)}</bdi>:{' '}
              {fits
                ? t(id === policy?.id ? 'service-policy.fits' : 'service-policy.fits-too')
                : t('service-policy.fits-not', {
                    why: listWords(
                      fails.map((one) => t(`service-policy.condition.${one}`)),
                      words,
                    ),
                  })}
            </span>
          </li>
        ))}
      </ol>
      <ul className={classes['dues']}>
        {due.map((one) => (
          <li key={one.goal.target}>
            <div>{goalWords(one.goal, one.calendarName, words)}</div>
            <div className={classes['due-at']}>
              {one.dueAt ? <DateText value={one.dueAt} show="date-time" /> : t('derivation.due-never')}
            </div>
            {one.warnAt ? (
              <Text size="sm" c="dimmed">
                {t('service-policy.warns')} <DateText value={one.warnAt} show="date-time" />
              </Text>
            ) : null}
            {one.assumed ? (
              <Text size="sm" c="dimmed">
                {t('service-policy.assumed')}
              </Text>
            ) : null}
            <details className={classes['fold']}>
              <summary>{t('derivation.show')}</summary>
              <DerivationText
                of={{
                  goal: one.goal,
                  calendarName: one.calendarName,
                  startedAt: at,
                  dueAt: one.dueAt,
                  derivation: one.derivation,
                  pauses: [],
                }}
              />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
