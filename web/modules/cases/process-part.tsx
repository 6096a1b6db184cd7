// The processes of a case: where each stands and who owes the next step, what the customer reads of it, and another begun by hand.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { BeginProcessDialog } from './begin-process-dialog.tsx';
import { Part } from './case-part.tsx';
import { caseProcessesQuery } from './case-queries.ts';
import classes from './process-part.module.css';
import type { CaseProcess, CaseView } from './wire.ts';

export function ProcessPart({ view }: { view: CaseView }) {
  const t = useT();
  const text = useLocaleText();
  const query = useQuery(caseProcessesQuery(view.id));
  const mayStart = useMay('process.start');
  const [beginning, setBeginning] = useState(false);
  useLive(['process-instance.*', 'task.*', 'hand-off.*', 'case.process-*'], () => void query.refetch());
  const { items = [], progress = null } = query.data ?? {};
  const mayBegin = mayStart && view.state !== 'closed';
  if (items.length === 0 && !query.error && !mayBegin) return null;
  const [running, ended] = [items.filter(isRunning), items.filter((one) => !isRunning(one))];
  const now = progress?.stages.find((stage) => stage.now);
  return (
    <Part titleKey="case.processes">
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      <div className={classes['processes']}>
        {query.data && items.length === 0 ? <p className={classes['quiet']}>{t('case.process-none')}</p> : null}
        {running.map((process) => (
          <Process key={process.instanceId} process={process} />
        ))}
        {now ? (
          <p className={classes['quiet']}>
            {t('case.process-customer-reads')} <q>{text(now.words)}</q>
          </p>
        ) : null}
        {ended.length > 0 ? (
          <details>
            <summary>{t('case.process-before', { count: ended.length })}</summary>
            <div className={classes['processes']}>
              {ended.map((process) => (
                <Process key={process.instanceId} process={process} />
              ))}
            </div>
          </details>
        ) : null}
        {mayBegin ? (
          <div>
            <Button variant="default" size="compact-md" onClick={() => setBeginning(true)}>
              {t('case.process-begin')}
            </Button>
          </div>
        ) : null}
      </div>
      {beginning ? (
        <BeginProcessDialog
          caseId={view.id}
          running={running.map(({ model }) => model.key)}
          onClose={() => setBeginning(false)}
        />
      ) : null}
    </Part>
  );
}

const isRunning = ({ status }: CaseProcess): boolean => status === 'running';

function Process({ process }: { process: CaseProcess }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  return (
    <section className={classes['process']} aria-label={text(process.model.name)}>
      <p className={classes['head']}>
        <PageLink
          to="/processes/$modelId/running"
          params={{ modelId: process.model.id }}
          search={{ instance: process.instanceId }}
        >
          <bdi>{text(process.model.name)}</bdi>
        </PageLink>
        <span className={classes['quiet']}>
          {t('case.process-version', { number: format.number(process.version) })} ·{' '}
          {t(`case.process.${process.status}`)}
          {process.endedAt ? (
            <>
              {' '}
              <DateText value={process.endedAt} />
            </>
          ) : null}
        </span>
      </p>
      {process.standsAt.length > 0 ? (
        <ul className={classes['places']}>
          {process.standsAt.map((place) => (
            <li key={`${place.elementId} ${place.task?.id ?? place.since}`} data-late={isLate(place) || undefined}>
              {isLate(place) ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleDot size={16} aria-hidden />}
              <div>
                {place.task ? (
                  <PageLink to="/tasks" search={{ task: place.task.id }}>
                    <bdi>{place.name}</bdi>
                  </PageLink>
                ) : (
                  <bdi>{place.name ?? t(`case.process.waits-for.${place.waitsFor}`)}</bdi>
                )}
                <p className={classes['quiet']}>
                  {place.incident ? `${t('case.process-incident')} · ` : null}
                  {place.task ? <bdi>{text(place.task.unit.name)}</bdi> : t(`case.process.waits-for.${place.waitsFor}`)}
                  {' · '}
                  {place.task?.dueAt ? (
                    <>
                      {t(place.task.overdue ? 'case.process-overdue' : 'case.process-due')}{' '}
                      <DateText value={place.task.dueAt} show="date-time" />
                    </>
                  ) : (
                    <DateText value={place.since} show="relative" />
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

type Place = CaseProcess['standsAt'][number];

const isLate = ({ incident, task }: Place): boolean => incident || task?.overdue === true;
