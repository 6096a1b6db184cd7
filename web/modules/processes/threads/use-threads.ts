// Threads of a model and how many are open where, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import type { DiagramMark } from '../modeler/use-marks.ts';

export type Thread = Awaited<ReturnType<typeof api.processThreads.list>>['items'][number];

export const refreshThreads = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: orpc.processThreads.key() });

export const threadCountsQuery = (modelId: string) =>
  orpc.processThreads.counts.queryOptions({ input: { id: modelId } });

/** How many open threads stand where, as marks of the drawing; `all` counts those of the model as a whole too. */
export function useThreadMarks(modelId: string): { marks: DiagramMark[]; all: number } {
  const t = useT();
  const format = useFormat();
  useLive(['process-thread.*'], () => void refreshThreads());
  const { data } = useQuery(threadCountsQuery(modelId));
  const elements = data?.elements ?? [];
  return {
    all: elements.reduce((sum, { open }) => sum + open, 0),
    marks: elements
      .filter(({ elementId }) => elementId !== '')
      .map(({ elementId, open }) => ({
        elementId,
        tone: 'said',
        text: format.number(open),
        says: t('process-thread.count', { count: open }),
      })),
  };
}
