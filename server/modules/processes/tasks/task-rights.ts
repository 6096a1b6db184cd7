// What a person is to a unit and its tasks: whether its work is theirs, whether they lead it, and whether they hold the position that a diagram asks for.
import { sql } from 'kysely';
import { unitItself, upwardFrom } from '#modules/organisation/index.ts';
import { may, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { namedPosition } from './find-positions.ts';
import { actingPerson, personOrNull } from './people.ts';
import { settingsOf, type TaskRow } from './task-rows.ts';

/** Whoever stands in a unit above may do as those in it. `holds`: the position; where none is asked for, as `works`. */
export type Standing = { works: boolean; heads: boolean; holds: boolean };

/** `position`: a title in any language, or an id. Whoever heads the unit, or one above it, answers for its work and may do it too. */
export async function standingIn(
  ctx: Context,
  unitId: string,
  personId: string | null,
  position: string | null = null,
): Promise<Standing> {
  if (personId === null) return { works: false, heads: false, holds: false };
  const { rows } = await sql<Standing>`
    with recursive ${upwardFrom(ctx, unitItself(ctx, unitId))}
    select count(*) > 0 as works, coalesce(bool_or(p.is_head), false) as heads,
           coalesce(bool_or(p.is_head or ${position === null ? sql`true` : namedPosition(position)}), false) as holds
      from upward join position_briefs p on p.organisation_id = ${ctx.organisationId} and p.unit_id = upward.id and p.person_id = ${personId}`.execute(
    ctx.keyed,
  );
  return rows[0]!;
}

/** Answers with the person. Throws `process.only-people`, `task.not-of-unit`. */
export async function requireWorker(ctx: Context, unitId: string): Promise<string> {
  const personId = actingPerson(ctx);
  if (!(await standingIn(ctx, unitId, personId)).works) throw processErrors.notOfUnit({ unitId });
  return personId;
}

/** Who may have a task of the unit in hand. Throws `task.not-of-unit`, `task.not-of-position`. */
export async function requireTaker(
  ctx: Context,
  task: Pick<TaskRow, 'unit_id' | 'settings'>,
  personId: string,
): Promise<void> {
  const { position } = settingsOf(task);
  const { works, holds } = await standingIn(ctx, task.unit_id, personId, position);
  if (!works) throw processErrors.notOfUnit({ unitId: task.unit_id });
  if (!holds) throw processErrors.notOfPosition({ unitId: task.unit_id, position });
}

/** Who may give tasks of the unit to others. Throws `task.not-head`. */
export async function requireHead(ctx: Context, unitId: string): Promise<void> {
  if (may(ctx.actor, 'process.operate')) return;
  if (!(await standingIn(ctx, unitId, personOrNull(ctx))).heads) throw processErrors.notHead({ unitId });
}

/** Whether a person holds a position in this very unit. */
export async function belongsTo(ctx: Context, unitId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from position_briefs where organisation_id = ${ctx.organisationId} and unit_id = ${unitId} and person_id = ${personId} limit 1`.execute(
    ctx.keyed,
  );
  return rows.length > 0;
}
