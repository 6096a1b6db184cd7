// The tasks of a person and of the units: what is due first comes first; the open one beside the list.
import { Button, Chip } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { type TaskSearch, type TaskView, taskViews } from './choices.ts';
import classes from './processes.module.css';
import { TaskPane } from './task-pane.tsx';
import { TaskRow } from './task-row.tsx';
import { taskQuery, useTasksLive } from './use-tasks.ts';

const route = getRouteApi('/shell/tasks');

export function TasksPage() {
  const t = useT();
  const { view = 'mine', task: openId, overdue } = route.useSearch();
  const go = route.useNavigate();
  useTasksLive();
  const list = useTaskList(view, overdue);
  const open = useQuery({ ...taskQuery(openId ?? ''), enabled: openId !== undefined });
  const show = (change: { [Name in keyof TaskSearch]?: TaskSearch[Name] | undefined }) =>
    void go({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined),
        ) as TaskSearch,
    });
  function detail(): Detail | null {
    if (!openId) return null;
    if (open.error) return { id: openId, title: t('task.one'), content: <ErrorNote error={open.error} /> };
    if (!open.data) return { id: openId, title: t('task.one'), content: <RowsSkeleton rows={5} /> };
    return { id: openId, title: <bdi>{open.data.name}</bdi>, content: <TaskPane key={openId} task={open.data} /> };
  }
  const worked = view === 'mine' || view === 'units';
  return (
    <Page
      title={t('task.title')}
      purpose={t('task.purpose')}
      filters={
        <>
          <WordFilter
            label={t('task.view')}
            value={view}
            choices={taskViews.map((value) => ({ value, label: t(`task.view.${value}`) }))}
            onChange={(next) => void go({ search: next === 'mine' ? {} : { view: next } })}
          />
          {worked ? (
            <Chip
              variant="outline"
              checked={overdue === 'yes'}
              onChange={(on) => show({ overdue: on ? 'yes' : undefined })}
            >
              {t('task.only-overdue')}
            </Chip>
          ) : null}
        </>
      }
    >
      <ListAndDetail detail={detail()} onClose={() => show({ task: undefined })} room="most">
        <ErrorNote error={list.error} retry={list.retry} />
        {list.waiting ? <RowsSkeleton height={72} /> : null}
        {!list.waiting && !list.error && list.rows.length === 0 ? (
          <EmptyState icon={IconChecklist} title={t(`task.none.${view}`)} hint={t(`task.none-hint.${view}`)} />
        ) : null}
        <ul className={classes['list']} aria-label={t('task.title')}>
          {list.rows.map((task) => (
            <li key={task.id}>
              <TaskRow task={task} open={task.id === openId} onOpen={() => show({ task: task.id })} />
            </li>
          ))}
        </ul>
        {list.hasMore ? (
          <Button variant="default" mt="sm" onClick={list.more}>
            {t('process.more')}
          </Button>
        ) : null}
      </ListAndDetail>
    </Page>
  );
}

/** Hand-offs are shown as the tasks they are of. */
function useTaskList(view: TaskView, overdue: 'yes' | undefined) {
  const handed = view === 'hand-offs' || view === 'handed-over';
  const tasks = usePaged(
    useInfiniteQuery({
      ...orpc.tasks.list.infiniteOptions({
        input: (cursor: string | undefined) => ({
          of: view === 'units' ? ('units' as const) : ('mine' as const),
          ...(view === 'done' ? { state: 'completed' as const } : {}),
          overdue: view === 'done' ? undefined : overdue,
          cursor,
          limit: 40,
        }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
      enabled: !handed,
    }),
  );
  const handOffs = usePaged(
    useInfiniteQuery({
      ...orpc.tasks.listHandOffs.infiniteOptions({
        input: (cursor: string | undefined) => ({
          of: view === 'handed-over' ? ('from-my-units' as const) : ('to-my-units' as const),
          cursor,
          limit: 40,
        }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
      enabled: handed,
    }),
  );
  return handed ? { ...handOffs, rows: handOffs.rows.map(({ task }) => task) } : tasks;
}
