// The classification of processes and the map of coverage, kept fresh by live events.
import { useLive } from '#web/lib/live.ts';
import type { api } from '#web/lib/api.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Coverage = Awaited<ReturnType<typeof api.processCoverage.map>>;
export type CoverageElement = Coverage['elements'][number];
export type CoveringModel = CoverageElement['models'][number];

export const classificationQuery = orpc.processCoverage.classification.queryOptions({ input: {}, staleTime: Infinity });
export const coverageQuery = orpc.processCoverage.map.queryOptions({ input: {} });

export function useCoverageLive(): void {
  useLive(
    ['process.*', 'process-coverage.*', 'process-instance.*', 'task.*', 'hand-off.*'],
    () => void queryClient.invalidateQueries({ queryKey: coverageQuery.queryKey }),
  );
}
