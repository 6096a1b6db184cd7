// A task in the list: what is to be done, in which process, where it stands and when it is due.
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconCircle,
  IconHourglass,
  IconMinus,
  IconUserCheck,
} from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import type { Icon } from '#web/lib/web-module.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import classes from './processes.module.css';
import type { TaskBrief } from './use-tasks.ts';

const icons: Record<TaskBrief['state'], Icon> = {
  offered: IconArrowsExchange,
  returned: IconArrowBackUp,
  open: IconCircle,
  claimed: IconUserCheck,
  completed: IconCheck,
  withdrawn: IconMinus,
};

export function TaskRow({ task, open, onOpen }: { task: TaskBrief; open: boolean; onOpen: () => void }) {
  const text = useLocaleText();
  return (
    <OpenRow open={open} onOpen={onOpen}>
      <span className={classes['name']}>
        <bdi>{task.name}</bdi>
      </span>
      <span className={classes['quiet']}>
        <bdi>{text(task.model.name)}</bdi> · <bdi>{text(task.unit.name)}</bdi>
        {task.assignee ? (
          <>
            {' · '}
            <bdi>{task.assignee.name}</bdi>
          </>
        ) : null}
      </span>
      <span className={classes['marks']}>
        <TaskStateMark state={task.state} />
        <TaskDue task={task} />
      </span>
    </OpenRow>
  );
}

export function TaskStateMark({ state }: { state: TaskBrief['state'] }) {
  const t = useT();
  const Icon = icons[state];
  return (
    <span className={classes['status']} data-status={state}>
      <Icon size={16} aria-hidden />
      {t(`task.state.${state}`)}
    </span>
  );
}

function TaskDue({ task: { dueAt, waitUntil, overdue, endedAt } }: { task: TaskBrief }) {
  const t = useT();
  const format = useFormat();
  const at = waitUntil ?? dueAt;
  if (!at || endedAt) return null;
  const Icon = overdue ? IconAlertTriangle : IconHourglass;
  return (
    <time
      className={classes['status']}
      data-status={overdue ? 'overdue' : 'due'}
      dateTime={at}
      title={format.bothCalendars(at)}
    >
      <Icon size={16} aria-hidden />
      {t(waitUntil ? 'task.answer-by' : overdue ? 'task.was-due' : 'task.due', { when: format.relative(at) })}
    </time>
  );
}
