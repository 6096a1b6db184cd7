// Units and positions of the organisation, as a tree, kept fresh by live events.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { type Position, treeOf, type Unit, type UnitNode } from './unit-tree.ts';

const unitsQuery = orpc.organisation.listUnits.queryOptions({ input: {} });
const positionsQuery = orpc.organisation.listPositions.queryOptions({ input: {} });

export async function refreshStructure(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: unitsQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: positionsQuery.queryKey }),
  ]);
}

/** All units; empty until they came. */
export function useUnits(): readonly Unit[] {
  return useQuery(unitsQuery).data?.items ?? [];
}

export type Structure = { units: readonly Unit[]; positions: readonly Position[]; roots: readonly UnitNode[] };

export function useStructure() {
  const units = useQuery(unitsQuery);
  const positions = useQuery(positionsQuery);
  useLive(['unit.*', 'position.*'], () => void refreshStructure());
  const structure = useMemo<Structure | null>(
    () =>
      units.data && positions.data
        ? {
            units: units.data.items,
            positions: positions.data.items,
            roots: treeOf(units.data.items, positions.data.items),
          }
        : null,
    [units.data, positions.data],
  );
  return { structure, error: units.error ?? positions.error, retry: () => void refreshStructure() };
}
