// What moving running instances to another version would do: what stands where and what it becomes, and why which instance cannot. Nothing is written.
import type { MigratedElement, MigrationPlanPage, PlannedInstance } from '#contract/process-migrations.ts';
import type { Definition } from '#engine/definition.ts';
import { migrateInstance, type Migrated } from '#engine/migrate-instance.ts';
import { isThere, kindOf, targetOf, targetsFor, type Mapping } from '#engine/migration-targets.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, encodeCursor } from '#platform/paging.ts';
import { processErrors } from '../errors.ts';
import type { Loaded } from '../instances/load-instance.ts';
import { requireModel } from '../models/models.ts';
import { countRunning, readRunning, type CountedRow } from './read-instances.ts';
import { reckoning, type Reckoning } from '../instances/reckoning.ts';
import { counterpartOf, faultsInWords, nameIn, versionPair, type KeptFault, type VersionPair } from './version-pair.ts';
import { requireVersion } from '../models/versions.ts';

export type MigrationWish = {
  id: string;
  from: number;
  to: number;
  mapping: Mapping;
  instanceIds?: readonly string[] | undefined;
};

/** Throws `process.not-found`, `process.version-not-found`, `process-migration.same-version`. */
export async function planMigration(
  ctx: Context,
  input: MigrationWish & { cursor?: string | undefined; limit: number },
): Promise<MigrationPlanPage> {
  const { mapping, instanceIds, cursor, limit } = input;
  const { fromVersionId, toVersionId } = await requireVersions(ctx, input);
  const pair = await versionPair(ctx, { fromVersionId, toVersionId });
  const filter = { versionId: fromVersionId, instanceIds };
  const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
  const [counts, loaded] = await Promise.all([
    countRunning(ctx, filter),
    readRunning(ctx, filter, { before, limit: limit + 1 }),
  ]);
  const times = await reckonings(ctx, pair);
  const items = loaded.slice(0, limit).map((one) => plannedInstance(pair, mapping, one, times));
  return {
    running: counts.running,
    elements: migratedElements(pair, mapping, counts.elements),
    items,
    next: loaded.length > limit ? encodeCursor([items.at(-1)!.instanceId]) : null,
  };
}

/** Both of the model, and not the same. */
export async function requireVersions(
  ctx: Context,
  { id, from, to }: Pick<MigrationWish, 'id' | 'from' | 'to'>,
): Promise<{ fromVersionId: string; toVersionId: string }> {
  if (from === to) throw processErrors.sameVersion({ version: to });
  await requireModel(ctx, id);
  const [before, after] = await Promise.all([requireVersion(ctx, id, from), requireVersion(ctx, id, to)]);
  return { fromVersionId: before.id, toVersionId: after.id };
}

export type Reckonings = ReadonlyMap<Definition, Reckoning>;

export async function reckonings(ctx: Context, { to }: VersionPair): Promise<Reckonings> {
  return new Map(await Promise.all([...to.values()].map(async (one) => [one, await reckoning(ctx, one)] as const)));
}

export type PlannedMove =
  | { faults: readonly KeptFault[]; plan?: Migrated['plan'] }
  | {
      faults: readonly [];
      from: Definition;
      to: Definition;
      plan: Migrated['plan'];
      outcome: NonNullable<Migrated['outcome']>;
    };

/** The same for a dry run and for the move itself. */
export function planMove(
  pair: VersionPair,
  mapping: Mapping,
  { head, instance }: Loaded,
  times: Reckonings,
): PlannedMove {
  const from = pair.from.get(head.processId)!;
  const to = counterpartOf(pair, mapping, head.processId);
  if (!to) return { faults: [{ code: 'unmapped', elementId: head.processId }] };
  const { plan, outcome } = migrateInstance(from, to, mapping, instance, times.get(to)!);
  return outcome ? { faults: [], from, to, plan, outcome } : { faults: plan.faults, plan };
}

function plannedInstance(pair: VersionPair, mapping: Mapping, loaded: Loaded, times: Reckonings): PlannedInstance {
  const { faults, plan } = planMove(pair, mapping, loaded, times);
  const rows = (type: PlannedInstance['rows'][number]['type'], moves: Migrated['plan']['timers']) =>
    moves.map(({ number, from, to }) => ({ type, number, elementId: from, to }));
  return {
    instanceId: loaded.head.id,
    subject: loaded.head.subject,
    startedAt: loaded.head.startedAt,
    rows: plan
      ? [
          ...rows('scope', plan.scopes),
          ...rows('token', plan.tokens),
          ...plan.arrivals.map(({ scope, from, to }) => ({
            type: 'arrival' as const,
            number: scope,
            elementId: from,
            to,
          })),
          ...rows('timer', plan.timers),
          ...rows('subscription', plan.subscriptions),
        ]
      : [],
    faults: faultsInWords(pair, faults),
  };
}

/** Each process of the version before with what it becomes, its elements in the order of the diagram. */
function migratedElements(
  pair: VersionPair,
  mapping: Mapping,
  counted: readonly { elementId: string; what: CountedRow; count: number }[],
): MigratedElement[] {
  const byElement = Map.groupBy(counted, ({ elementId }) => elementId);
  return [...pair.from.values()].flatMap((from) => {
    const to = counterpartOf(pair, mapping, from.processId);
    const ids = new Set([...from.nodes.keys(), ...from.scopes.keys(), ...from.flows.keys()]);
    return [...ids].flatMap((id): MigratedElement[] => {
      const kind = kindOf(from, id)!;
      // Of scopes only those that no token stands for.
      const rows = (byElement.get(id) ?? []).filter(({ what }) => what !== 'scope' || kind === 'event-subprocess');
      if (rows.length === 0) return [];
      const ways = to ? targetsFor(from, to, mapping, id) : [];
      const found = to ? targetOf(from, to, mapping, id) : undefined;
      const removable = rows.every(({ what }) => what === 'armed');
      const target = found && to && isThere(to, found) ? found : null;
      const stands = rows.filter(({ what }) => what !== 'armed');
      return [
        {
          elementId: id,
          name: nameIn(pair.from, id),
          kind,
          count: (stands.length > 0 ? stands : rows).reduce((sum, { count }) => sum + count, 0),
          removable,
          to: target,
          fits: target === null ? removable && found === null : ways.includes(target),
          targets: ways.map((elementId) => ({ elementId, name: nameIn(pair.to, elementId) })),
        },
      ];
    });
  });
}
