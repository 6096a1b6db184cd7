// What the addresses of these pages may say.
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';

export const modelStatuses = ['draft', 'in-force', 'retired'] as const;
export const modelViews = ['about', 'versions', 'changes', 'comments'] as const;
export const runningViews = ['running', 'incident', 'completed', 'cancelled', 'terminated', 'failed'] as const;
export type RunningView = (typeof runningViews)[number];
export const taskViews = ['mine', 'units', 'hand-offs', 'handed-over', 'done'] as const;
export type TaskView = (typeof taskViews)[number];

export function catalogueSearch(given: Record<string, unknown>) {
  return presentParams({
    q: textParam(given['q']),
    status: choiceParam(given['status'], modelStatuses),
    unit: textParam(given['unit'], 36),
    only: choiceParam(given['only'], ['mine', 'proposed'] as const),
  });
}
export type CatalogueSearch = ReturnType<typeof catalogueSearch>;

export function taskSearch(given: Record<string, unknown>) {
  return presentParams({
    view: choiceParam(given['view'], taskViews),
    task: textParam(given['task'], 36),
    overdue: choiceParam(given['overdue'], ['yes'] as const),
  });
}
export type TaskSearch = ReturnType<typeof taskSearch>;

export const coverageViews = ['all', 'missing', 'declared', 'running', 'twice', 'excluded', 'unclassified'] as const;
export type CoverageView = (typeof coverageViews)[number];
