// People of the organisation: the searched list, and all of them by id for showing who holds what.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '#web/lib/api.ts';
import { useLive } from '#web/lib/live.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { orpc, queryClient } from '#web/lib/query.ts';

export type Person = Awaited<ReturnType<typeof api.organisation.listPeople>>['items'][number];

const allKey = ['organisation', 'people-by-id'];
/** Beyond this many people, names of the rest are looked up by search only. */
const mostPages = 30;

export async function refreshPeople(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.organisation.listPeople.key() }),
    queryClient.invalidateQueries({ queryKey: allKey }),
  ]);
}

export function usePeople({ q, unitId }: { q?: string | undefined; unitId?: string | undefined }) {
  useLive(['person.*', 'position.*'], () => void refreshPeople());
  return usePaged(
    useInfiniteQuery(
      orpc.organisation.listPeople.infiniteOptions({
        input: (cursor: string | undefined) => ({ q, unitId, cursor, limit: 50 }),
        ...byCursor,
        placeholderData: keepPreviousData,
      }),
    ),
  );
}

/** Empty until they came. */
export function usePeopleById(): ReadonlyMap<string, Person> {
  const all = useQuery({ queryKey: allKey, queryFn: readAll, staleTime: 60_000 });
  return all.data ?? none;
}

const none: ReadonlyMap<string, Person> = new Map();

async function readAll(): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await api.organisation.listPeople({ cursor, limit: 100 });
    for (const person of answer.items) people.set(person.id, person);
    if (answer.next === null) break;
    cursor = answer.next;
  }
  return people;
}
