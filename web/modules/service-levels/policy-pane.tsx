// The open policy: what it says, the form that changes it, or its versions; below, how to retire it.
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ChangePolicy } from './change-policy.tsx';
import classes from './policies.module.css';
import { PolicyVersions } from './policy-versions.tsx';
import { type PolicyView, policyViews } from './policy-views.ts';
import type { Policy } from './policy-wire.ts';
import { conditionNames, usePolicyWords } from './policy-words.ts';
import { refreshPolicies, regimesQuery } from './use-policies.ts';

type PolicyPaneProps = {
  policy: Policy;
  view: PolicyView;
  mayManage: boolean;
  onView: (view: PolicyView) => void;
  onRetired: () => void;
};

export function PolicyPane({ policy, view, mayManage, onView, onRetired }: PolicyPaneProps) {
  const t = useT();
  return (
    <Stack gap="lg">
      <WordFilter
        label={t('service-policy.view')}
        value={view}
        choices={policyViews
          .filter((one) => one !== 'edit' || mayManage)
          .map((value) => ({ value, label: t(`service-policy.view.${value}`) }))}
        onChange={onView}
      />
      {view === 'edit' ? <ChangePolicy policy={policy} onChanged={() => onView('read')} /> : null}
      {view === 'versions' ? <PolicyVersions policy={policy} /> : null}
      {view === 'read' ? (
        <>
          <PolicyReading policy={policy} />
          {mayManage ? <Retire policy={policy} onRetired={onRetired} /> : null}
        </>
      ) : null}
    </Stack>
  );
}

function PolicyReading({ policy }: { policy: Policy }) {
  const t = useT();
  const text = useLocaleText();
  const { conditionWords, goalWords } = usePolicyWords();
  const regime = useQuery({ ...regimesQuery, enabled: policy.regimeId !== null }).data?.items.find(
    ({ id }) => id === policy.regimeId,
  );
  return (
    <>
      <section className={classes['part']}>
        <Title order={3} size="h4">
          {t('service-policy.conditions')}
        </Title>
        <Facts>
          {conditionNames.map((name) => (
            <Fact key={name} term={t(`service-policy.condition.${name}`)}>
              {conditionWords(policy.conditions, name)}
            </Fact>
          ))}
          {policy.regimeId ? (
            <Fact term={t('service-policy.regime')}>
              <bdi>{regime ? text(regime.name) : policy.regimeId}</bdi>
            </Fact>
          ) : null}
        </Facts>
      </section>
      <section className={classes['part']}>
        <Title order={3} size="h4">
          {t('service-policy.goals')}
        </Title>
        <ul className={classes['sentences']}>
          {policy.goals.map((goal) => (
            <li key={JSON.stringify(goal)}>
              {goalWords(goal)}
              {(['onWarn', 'onBreach'] as const).map((when) =>
                goal[when].length > 0 ? (
                  <div key={when} className={classes['quiet']}>
                    {t(`goal.${when}`)}: {goal[when].map((action) => t(`goal.action.${action}`)).join(t('goal.comma'))}
                  </div>
                ) : null,
              )}
            </li>
          ))}
        </ul>
      </section>
      <Text size="sm" c="dimmed">
        {t('service-policy.version', { version: policy.version })} · <DateText value={policy.changedAt} />
        {policy.changedBy ? (
          <>
            {' '}
            · <bdi>{policy.changedBy}</bdi>
          </>
        ) : null}{' '}
        · {t('service-policy.open-cases', { number: policy.openCases })}
      </Text>
    </>
  );
}

function Retire({ policy, onRetired }: { policy: Policy; onRetired: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const [asking, setAsking] = useState(false);
  const retiring = useMutation({
    mutationFn: () => api.servicePolicies.retire({ id: policy.id }),
    onSuccess: async () => {
      setAsking(false);
      onRetired();
      await refreshPolicies();
    },
  });
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconArchive size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('service-policy.retire')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
          retiring.reset();
        }}
        onConfirm={() => retiring.mutate()}
        title={t('service-policy.retire')}
        confirmLabel={t('service-policy.retire')}
        danger
        busy={retiring.isPending}
        error={retiring.error}
      >
        {t('service-policy.retire-means', { name: text(policy.name), number: policy.openCases })}
      </ConfirmDialog>
    </div>
  );
}
