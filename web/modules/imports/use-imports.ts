// Imports and exports as the API knows them, kept fresh by live events while one runs.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type ImportView = Awaited<ReturnType<typeof api.imports.get>>;
export type ListedImport = Awaited<ReturnType<typeof api.imports.list>>['items'][number];
export type ImportColumnView = ImportView['columns'][number];
export type FaultyRowView = ImportView['firstFaults'][number];
export type ImportKindView = Awaited<ReturnType<typeof api.imports.listKinds>>['items'][number];
export type ImportCountsView = ImportView['counts'];
export type ListedExport = Awaited<ReturnType<typeof api.imports.listExports>>['items'][number];

export function useImportList() {
  useLive(['import.*'], () => void queryClient.invalidateQueries({ queryKey: orpc.imports.list.key() }));
  return usePaged(
    useInfiniteQuery(
      orpc.imports.list.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

export function useExportList() {
  return usePaged(
    useInfiniteQuery(
      orpc.imports.listExports.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
        ...byCursor,
      }),
    ),
  );
}

export function isGoing({ state }: { state: string }): boolean {
  return state === 'running' || state === 'checking';
}

export function useImport(id: string) {
  useLive(['import.*'], (events) => {
    if (events.some((event) => event.subjectId === id)) void queryClient.invalidateQueries({ queryKey: importKey(id) });
  });
  return useQuery({
    ...orpc.imports.get.queryOptions({ input: { id } }),
    // The live stream tells; this covers a line that broke while the file went through.
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? 5_000 : false),
  });
}

const importKey = (id: string) => orpc.imports.get.queryKey({ input: { id } });

/** Every change is answered with the import as it is then. */
export function keepImport(made: ImportView): void {
  queryClient.setQueryData(importKey(made.id), made);
  void queryClient.invalidateQueries({ queryKey: orpc.imports.list.key() });
}

export function useImportKind(name: string) {
  const kinds = useQuery({ ...orpc.imports.listKinds.queryOptions({ input: {} }), staleTime: 300_000 });
  return { kind: kinds.data?.items.find((one) => one.name === name), error: kinds.error };
}
