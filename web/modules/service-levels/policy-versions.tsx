// What a policy said when: its versions, the newest first, each with what it changed.
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import classes from './policies.module.css';
import { type PolicyChange, policyChanges } from './policy-changes.ts';
import type { Policy } from './policy-wire.ts';
import { usePolicyWords } from './policy-words.ts';

export function PolicyVersions({ policy }: { policy: Policy }) {
  const t = useT();
  const query = useQuery(orpc.servicePolicies.versions.queryOptions({ input: { id: policy.id } }));
  const changeWords = useChangeWords();
  if (query.isPending) return <TextSkeleton lines={5} />;
  if (query.isError) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  const { items } = query.data;
  return (
    <ol className={classes['versions']}>
      {items.map((version, index) => {
        const before = items[index + 1];
        const changes = before ? policyChanges(before, version) : [];
        return (
          <li key={version.version}>
            <Title order={3} size="h5">
              {t('service-policy.version', { version: version.version })}
            </Title>
            <p className={classes['quiet']}>
              <DateText value={version.publishedAt} show="date-time" />
              {version.publishedBy ? (
                <>
                  {' '}
                  · <bdi>{version.publishedBy}</bdi>
                </>
              ) : null}
            </p>
            {before && changes.length === 0 ? <p>{t('service-policy.change.nothing')}</p> : null}
            {before ? null : <p>{t('service-policy.change.first')}</p>}
            <ul className={classes['sentences']}>
              {changes.map((change) => (
                <li key={`${change.what} ${change.key}`}>{changeWords(change)}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function useChangeWords(): (change: PolicyChange) => string {
  const t = useT();
  const text = useLocaleText();
  const { conditionWords, goalWords } = usePolicyWords();
  return (change) => {
    switch (change.what) {
      case 'name':
        return t('service-policy.change.name', { from: text(change.from), to: text(change.to) });
      case 'condition':
        return t('service-policy.change.condition', {
          name: t(`service-policy.condition.${change.key}`),
          from: conditionWords(change.from, change.key),
          to: conditionWords(change.to, change.key),
        });
      case 'goal-added':
        return t('service-policy.change.goal-added', { goal: goalWords(change.to) });
      case 'goal-removed':
        return t('service-policy.change.goal-removed', { goal: goalWords(change.from) });
      case 'goal-changed':
        return t('service-policy.change.goal-changed', { from: goalWords(change.from), to: goalWords(change.to) });
      case 'goal-acts':
        return t('service-policy.change.goal-acts', { target: t(`goal.target.${change.key}`) });
      case 'regime':
        return t('service-policy.change.regime');
    }
  };
}
