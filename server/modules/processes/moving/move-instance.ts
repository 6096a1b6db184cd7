// Moves one instance to another version: held, planned anew as it stands now, and moved as a whole or refused with the reason on record.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import { carryOut } from '../instances/carry-out.ts';
import { followTasks } from './follow-tasks.ts';
import { loadInstance, type InstanceHead, type Loaded } from '../instances/load-instance.ts';
import type { MigrationHead } from './migrations.ts';
import { planMove, reckonings, type PlannedMove } from './plan-migration.ts';
import { storeStep } from '../instances/store-step.ts';
import type { ProcessTables } from '../tables.ts';
import { versionPair, type KeptFault } from './version-pair.ts';

/** False where it is not its turn any more: somebody was first, or stopped the migration. */
export async function moveInstance(ctx: Context, migration: MigrationHead, instanceId: string): Promise<boolean> {
  const loaded = await loadInstance(ctx, instanceId);
  if (!loaded || !(await isWaiting(ctx, migration, instanceId))) return false;
  await moveHeld(ctx, migration, instanceId, loaded);
  return true;
}

/** One that cannot be moved for a fault of ours: it goes on by the version before. False where somebody was first. */
export async function refuseFailed(ctx: Context, migration: MigrationHead, instanceId: string): Promise<boolean> {
  if (!(await isWaiting(ctx, migration, instanceId))) return false;
  await refuse(ctx, migration, instanceId, [{ code: 'failed', elementId: '' }]);
  return true;
}

async function moveHeld(ctx: Context, migration: MigrationHead, instanceId: string, loaded: Loaded): Promise<void> {
  const { head, instance } = loaded;
  if (instance.status !== 'running') return record(ctx, migration, instanceId, { outcome: 'ended' });
  if (head.versionId !== migration.fromVersionId)
    return refuse(ctx, migration, instanceId, [{ code: 'moved-meanwhile', elementId: '' }]);
  const pair = await versionPair(ctx, migration);
  const times = await reckonings(ctx, pair);
  const move = planMove(pair, migration.mapping, loaded, times);
  if (!('outcome' in move)) return refuse(ctx, migration, instanceId, move.faults);
  await take(ctx, migration, loaded, move, times.get(move.to)!);
}

/** Asked with the instance held, so that of two jobs the second finds it done; held too, so that who stops it waits for this one. */
async function isWaiting(ctx: Context, { id }: MigrationHead, instanceId: string): Promise<boolean> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_migration_instances')
    .select('outcome')
    .where('organisation_id', '=', ctx.organisationId)
    .where('migration_id', '=', id)
    .where('instance_id', '=', instanceId)
    .forUpdate()
    .executeTakeFirst();
  return row?.outcome === 'waiting';
}

type Became =
  | { outcome: 'ended' }
  | { outcome: 'refused'; faults: string }
  | { outcome: 'migrated'; revision: number; happening: number };

async function record(ctx: Context, { id }: MigrationHead, instanceId: string, became: Became): Promise<void> {
  await on<ProcessTables>(ctx)
    .updateTable('process_migration_instances')
    .set({ ...became, at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('migration_id', '=', id)
    .where('instance_id', '=', instanceId)
    .execute();
}

const refuse = (ctx: Context, migration: MigrationHead, instanceId: string, faults: readonly KeptFault[]) =>
  record(ctx, migration, instanceId, { outcome: 'refused', faults: JSON.stringify(faults) });

type Move = Extract<PlannedMove, { outcome: unknown }>;

async function take(
  ctx: Context,
  migration: MigrationHead,
  { head: was, instance }: Loaded,
  move: Move,
  time: Parameters<typeof carryOut>[1]['time'],
): Promise<void> {
  const { from, to, plan, outcome } = move;
  const happening = was.happened + 1;
  const head: InstanceHead = {
    ...was,
    versionId: migration.toVersionId,
    processId: to.processId,
    happened: happening,
  };
  await record(ctx, migration, was.id, { outcome: 'migrated', revision: was.revision + 1, happening });
  await tellOfMove(ctx, migration, {
    head,
    happening,
    scope: instance.scopes.find(({ parent }) => parent === undefined)!.number,
  });
  await moveTokens(ctx, head, plan.tokens);
  // Tokens stand at their new elements already, since when they have waited there.
  const targets = new Map(plan.tokens.map(({ number, to: target }) => [number, target!]));
  const tokens = instance.tokens.map((token) => ({ ...token, elementId: targets.get(token.number)! }));
  const before = { ...instance, tokens };
  await storeStep(ctx, head, before, outcome, null);
  await on<ProcessTables>(ctx)
    .updateTable('process_instances')
    .set({ version_id: head.versionId, process_id: head.processId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', head.id)
    .execute();
  const notUnderstood = await followTasks(ctx, { head, from, to, instance, moves: plan.tokens, time });
  append(ctx, {
    type: 'process-instance.migrated',
    subjectType: 'process-instance',
    subjectId: head.id,
    data: {
      migrationId: migration.id,
      modelId: head.modelId,
      from: migration.from,
      to: migration.to,
      notUnderstood,
    },
  });
  await carryOut(ctx, {
    head,
    definition: to,
    before: instance,
    outcome,
    command: { type: 'migrate' },
    time,
    handedBy: undefined,
  });
}

/** The line between what happened by the one version and by the other, and whose doing it was. */
async function tellOfMove(
  ctx: Context,
  migration: MigrationHead,
  { head, happening, scope }: { head: InstanceHead; happening: number; scope: number },
): Promise<void> {
  await Promise.all([
    insertRecords(ctx, 'process_happenings', [
      {
        organisation_id: ctx.organisationId,
        instance_id: head.id,
        number: happening,
        at: ctx.clock.now(),
        type: 'migrated',
        element_id: head.processId,
        token: null,
        scope,
      },
    ]),
    on<ProcessTables>(ctx)
      .insertInto('process_corrections')
      .values({
        organisation_id: ctx.organisationId,
        id: newId(),
        instance_id: head.id,
        at: ctx.clock.now(),
        by_kind: 'staff',
        by_id: migration.startedBy,
        type: 'migrated',
        element_id: null,
        names: [],
        reason: migration.reason,
        migration_id: migration.id,
      })
      .execute(),
  ]);
}

/** A stay goes on under another name: since when, and what was asked of the product for it, stay. */
async function moveTokens(ctx: Context, head: InstanceHead, moves: Move['plan']['tokens']): Promise<void> {
  const numbers = moves.map(({ number }) => number);
  const elements = moves.map(({ to }) => to);
  const moved = sql`unnest(${numbers}::int[], ${elements}::text[]) as moved (number, element_id)`;
  await Promise.all([
    sql`update process_tokens t set version_id = ${head.versionId}, element_id = moved.element_id from ${moved}
      where t.organisation_id = ${ctx.organisationId} and t.instance_id = ${head.id} and t.number = moved.number`.execute(
      ctx.transaction,
    ),
    sql`update process_services s set element_id = moved.element_id from ${moved}
      where s.organisation_id = ${ctx.organisationId} and s.instance_id = ${head.id} and s.token = moved.number`.execute(
      ctx.transaction,
    ),
  ]);
}
