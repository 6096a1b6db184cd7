// The inbox: pages of fifty as people look at them, all together and view by view.
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import type { Load, Operation } from './load.ts';
import { measure } from './measure.ts';
import type { Server } from './server.ts';

export async function inbox(database: BenchDatabase, server: Server, load: Load): Promise<Figure[]> {
  const ids = async (table: string): Promise<string[]> =>
    (
      await database.client.query<{ id: string }>(`select id from ${table} where organisation_id = $1`, [
        database.organisationId,
      ])
    ).rows.map((row) => row.id);
  const units = await ids('units');
  const people = await ids('people');
  const { rows: deep } = await database.client.query<{ at: Date; id: string }>(
    `select last_activity_at as at, id from cases where organisation_id = $1 order by md5(id::text) limit 200`,
    [database.organisationId],
  );
  let turn = 0;
  const oneOf = <T>(list: readonly T[]): T => list[turn % list.length]!;
  const views: Record<string, () => string> = {
    all: () => '',
    open: () => 'state=open',
    unassigned: () => 'state=open&assignee=none',
    claimed: () => 'state=claimed',
    disputed: () => 'disputed=true',
    oldest: () => 'state=open&order=oldest',
    due: () => 'state=open&order=due',
    overdue: () => 'state=open&due=overdue&order=due',
    unit: () => `unitId=${oneOf(units)}&state=open`,
    person: () => `assignee=${oneOf(people)}`,
    'closed-complaints': () => 'state=closed&kind=complaint&outcome=confirmed',
    deep: () => `cursor=${cursor(oneOf(deep))}`,
  };
  const names = Object.keys(views);
  const page = (name: string): Operation => {
    turn += 1;
    return [{ method: 'GET', path: `/api/cases?${views[name]!()}` }];
  };
  const figures = [
    await measure(database, server, load, {
      bench: 'inbox',
      about: { view: 'mixed' },
      next: () => page(names[turn % names.length]!),
      recordings: names.length * 3,
    }),
  ];
  const short = { ...load, seconds: load.seconds / 4 };
  for (const name of names)
    figures.push(
      await measure(database, server, short, {
        bench: 'inbox',
        about: { view: name },
        next: () => page(name),
        recordings: 0,
      }),
    );
  figures.push(
    await measure(database, server, short, {
      bench: 'inbox',
      about: { view: 'counts' },
      next: () => [{ method: 'GET', path: '/api/cases/counts' }],
      recordings: 0,
    }),
  );
  return figures;
}

const cursor = ({ at, id }: { at: Date; id: string }): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
