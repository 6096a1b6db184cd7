// A task: its due time and how it came about, the step sheet, its form, and what can be done now.
import { Group, Stack, Text, Title } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { HandOffPart } from './hand-off-part.tsx';
import classes from './processes.module.css';
import { TaskActs } from './task-acts.tsx';
import { TaskComments } from './task-comments.tsx';
import { TaskFormPart } from './task-form-part.tsx';
import { TaskDerivation } from './task-derivation.tsx';
import { TaskStateMark } from './task-row.tsx';
import type { Task } from './use-tasks.ts';

export function TaskPane({ task }: { task: Task }) {
  const t = useT();
  const text = useLocaleText();
  const mayView = useMay('process.view');
  return (
    <Stack gap="lg">
      <div className={classes['marks']}>
        <TaskStateMark state={task.state} />
      </div>
      <HandOffPart task={task} />
      <TaskActs task={task} />
      <Facts>
        <Fact term={t('task.process')}>
          {mayView ? (
            <PageLink
              to="/processes/$modelId/running"
              params={{ modelId: task.model.id }}
              search={{ instance: task.instanceId }}
            >
              <bdi>{text(task.model.name)}</bdi>
            </PageLink>
          ) : (
            <bdi>{text(task.model.name)}</bdi>
          )}
        </Fact>
        <Fact term={t('task.unit')}>
          <bdi>{text(task.unit.name)}</bdi>
        </Fact>
        <Fact term={t('task.assignee')}>{task.assignee ? <bdi>{task.assignee.name}</bdi> : t('task.nobody')}</Fact>
        <Fact term={t('task.opened')}>
          <DateText value={task.openedAt} show="date-time" />
        </Fact>
        {task.endedAt ? (
          <Fact term={t('task.ended')}>
            <DateText value={task.endedAt} show="date-time" />
            {task.completedBy ? (
              <>
                {' · '}
                <bdi>{task.completedBy.name}</bdi>
              </>
            ) : null}
            {task.withdrawal ? ` · ${t(`task.withdrawal.${task.withdrawal}`)}` : ''}
          </Fact>
        ) : null}
        {task.position ? (
          <Fact term={t('diagram.position')}>
            <bdi>{task.position}</bdi>
          </Fact>
        ) : null}
        {task.stepSheet ? (
          <Fact term={t('diagram.step-sheet')}>
            <PageLink to="/knowledge" search={{ document: task.stepSheet }}>
              {t('task.read-step-sheet')}
            </PageLink>
          </Fact>
        ) : null}
      </Facts>
      <TaskFormPart task={task} />
      <TaskDerivation task={task} />
      <TaskClaims task={task} />
      <TaskComments task={task} />
    </Stack>
  );
}

/** Who had it when; a task that went from hand to hand shows why it took its time. */
function TaskClaims({ task: { claims } }: { task: Task }) {
  const t = useT();
  if (claims.length < 2) return null;
  return (
    <section aria-labelledby="claims-title">
      <Title order={3} size="h4" id="claims-title">
        {t('task.hands')}
      </Title>
      <ul className={classes['list']}>
        {claims.map(({ person, at, until, end, by }) => (
          <li key={`${at} ${person.id}`} className={classes['fault']}>
            <Group gap={6}>
              <bdi>{person.name}</bdi>
              <Text span size="sm" c="dimmed">
                <DateText value={at} show="date-time" />
                {until ? (
                  <>
                    {' – '}
                    <DateText value={until} show="date-time" />
                  </>
                ) : null}
                {end ? ` · ${t(`task.claim-end.${end}`)}` : ''}
                {by ? (
                  <>
                    {' · '}
                    {t('task.given-by')} <bdi>{by.name}</bdi>
                  </>
                ) : null}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
