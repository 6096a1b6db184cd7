// What was promised in a case: what is due next first, each with how its time came about; then what its regime still demands.
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { AssessmentFacts } from './assessment-facts.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import { Part } from './case-part.tsx';
import { promisesQuery } from './case-queries.ts';
import { inOrderOfDue, pauseShareOf } from './clock-standing.ts';
import { DemandList } from './demand-list.tsx';
import { PromiseLine } from './promise-line.tsx';
import classes from './promises.module.css';
import type { CasePromises, CaseView } from './wire.ts';

type PartProps = { view: CaseView; onDialog: (name: CaseDialogName) => void };

export function PromisesPart({ view, onDialog }: PartProps) {
  const query = useQuery(promisesQuery(view.id));
  return (
    <Part titleKey="case.promises">
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <TextSkeleton lines={3} /> : null}
      {query.data ? <Promises promises={query.data} view={view} onDialog={onDialog} /> : null}
    </Part>
  );
}

function Promises({ promises, view, onDialog }: PartProps & { promises: CasePromises }) {
  const t = useT();
  const format = useFormat();
  const text = useLocaleText();
  const { policy, clocks, assessment, regime } = promises;
  const now = new Date().getTime();
  const share = pauseShareOf(clocks);
  const acts = (['acknowledge', 'assess'] as const).filter((act) => view.actions.includes(act));
  return (
    <div className={classes['promises']}>
      {clocks.length === 0 ? <Text c="dimmed">{t('case.promises-none')}</Text> : null}
      <ul className={classes['lines']}>
        {inOrderOfDue(clocks, now).map((clock) => (
          <li key={clock.id}>
            <PromiseLine clock={clock} now={now} />
          </li>
        ))}
      </ul>
      {policy ? (
        <p className={classes['quiet']}>
          {t('case.promises-by', { policy: text(policy.name), version: policy.version })}
          {share ? ` ${t('case.pause-share', { share: format.percent(share) })}` : null}
        </p>
      ) : null}
      {acts.length > 0 ? (
        <Group gap="xs">
          {acts.map((act) => (
            <Button key={act} variant="default" size="compact-md" onClick={() => onDialog(act)}>
              {t(`case.act.${act}`)}
            </Button>
          ))}
        </Group>
      ) : null}
      {assessment ? <AssessmentFacts assessment={assessment} /> : null}
      {regime ? <DemandList regime={regime} /> : null}
    </div>
  );
}
