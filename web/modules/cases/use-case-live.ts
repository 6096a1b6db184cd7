// Keeps the inbox true while others work: the open case at once, the list without moving it under the reader's eyes.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useLive, useLiveState } from '#web/lib/live.ts';
import { orpc } from '#web/lib/query.ts';
import {
  caseFormsQuery,
  caseQuery,
  countsQuery,
  pageSize,
  patchRows,
  promisesQuery,
  timelineQuery,
} from './case-queries.ts';
import { caseFilter, type CaseSearch } from './case-search.ts';
import type { CaseRow } from './wire.ts';

/** Events come in bursts; one look at the server answers all that came within this time. */
const gatherMs = 500;

export type Arrivals = { count: number; show: () => void };

export function useCaseLive(search: CaseSearch, rows: readonly CaseRow[], isScrolled: () => boolean): Arrivals {
  const client = useQueryClient();
  const [arrived, setArrived] = useState<{ list: string; count: number }>({ list: '', count: 0 });
  const heard = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ search, rows });
  const state = useLiveState();
  const before = useRef(state);
  const listKey = JSON.stringify(search);

  useEffect(() => {
    latest.current = { search, rows };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  useLive(['case.*', 'clock.warned', 'clock.breached'], (events) => {
    for (const event of events) heard.current.add(event.subjectId);
    timer.current ??= setTimeout(() => void look(), gatherMs);
  });

  // A calendar or policy moved clocks of many cases.
  useLive(['clock.retimed'], () => void client.invalidateQueries({ queryKey: orpc.cases.key() }));

  // What happened while the line was broken was not heard.
  useEffect(() => {
    if (before.current === 'offline' && state === 'live') void client.invalidateQueries({ queryKey: orpc.cases.key() });
    before.current = state;
  }, [state, client]);

  async function look(): Promise<void> {
    timer.current = undefined;
    const ids = [...heard.current];
    heard.current.clear();
    void client.invalidateQueries({ queryKey: countsQuery.queryKey });
    for (const id of ids) {
      void client.invalidateQueries({ queryKey: caseQuery(id).queryKey });
      void client.invalidateQueries({ queryKey: timelineQuery(id).queryKey });
      void client.invalidateQueries({ queryKey: promisesQuery(id).queryKey });
      void client.invalidateQueries({ queryKey: orpc.cases.stepSheets.key({ input: { id } }) });
      void client.invalidateQueries({ queryKey: caseFormsQuery(id).queryKey });
    }
    if (isScrolled()) await lookAtTop().catch(() => undefined);
    else await client.invalidateQueries({ queryKey: orpc.cases.list.key() });
  }

  /** The reader is further down: rows take their new facts where they stand, and what is new is only counted. */
  async function lookAtTop(): Promise<void> {
    const asked = latest.current.search;
    const { items } = await api.cases.list({ ...caseFilter(asked), limit: pageSize });
    if (JSON.stringify(asked) !== JSON.stringify(latest.current.search)) return;
    const shown = new Set(latest.current.rows.map((row) => row.id));
    patchRows(new Map(items.filter((row) => shown.has(row.id)).map((row) => [row.id, row])));
    if (asked.order !== 'oldest')
      setArrived({ list: JSON.stringify(asked), count: items.filter((row) => !shown.has(row.id)).length });
  }

  return {
    // What was counted for other filters says nothing about these.
    count: arrived.list === listKey ? arrived.count : 0,
    show: () => {
      setArrived({ list: listKey, count: 0 });
      void client.invalidateQueries({ queryKey: orpc.cases.list.key() });
    },
  };
}
