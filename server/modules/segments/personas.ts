// Personas of a segment: invented members with goals, needs, frustrations, channels, quotes and what they are known from.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Persona, PersonaInput } from '#contract/segments.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { actorId } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { segmentErrors } from './errors.ts';
import type { SegmentTables } from './tables.ts';

type Input = z.output<typeof PersonaInput>;

export async function listPersonas(ctx: Context, segmentId: string): Promise<{ items: Persona[] }> {
  const rows = await personas(ctx).where('segment_id', '=', segmentId).orderBy('created_at').orderBy('id').execute();
  return { items: rows.map(personaOf) };
}

/** Throws `segment.not-found`. */
export async function addPersona(
  ctx: Context,
  { segmentId, ...input }: Input & { segmentId: string },
): Promise<Persona> {
  const segment = await on<SegmentTables>(ctx)
    .selectFrom('segments')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', segmentId)
    .executeTakeFirst();
  if (!segment) throw segmentErrors.notFound({ id: segmentId });
  const now = ctx.clock.now();
  const row = await on<SegmentTables>(ctx)
    .insertInto('personas')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      segment_id: segmentId,
      ...columns(input),
      created_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
      created_at: now,
      changed_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  said(ctx, 'segment.persona-added', row);
  return personaOf(row);
}

/** Throws `segment.persona-not-found`. */
export async function updatePersona(ctx: Context, { id, ...input }: Input & { id: string }): Promise<Persona> {
  const row = await change(ctx, id, { ...columns(input), changed_at: ctx.clock.now() });
  said(ctx, 'segment.persona-changed', row);
  return personaOf(row);
}

/** Throws `segment.persona-not-found`. */
export async function removePersona(ctx: Context, id: string): Promise<void> {
  said(ctx, 'segment.persona-removed', await change(ctx, id, { removed_at: ctx.clock.now() }));
}

async function change(
  ctx: Context,
  id: string,
  values: Partial<ReturnType<typeof columns>> & { changed_at?: Date; removed_at?: Date },
) {
  const row = await on<SegmentTables>(ctx)
    .updateTable('personas')
    .set(values)
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw segmentErrors.personaNotFound({ id });
  return row;
}

function personas(ctx: Context) {
  return on<SegmentTables>(ctx)
    .selectFrom('personas')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('removed_at', 'is', null);
}

function said(ctx: Context, type: string, row: { id: string; segment_id: string }): void {
  append(ctx, { type, subjectType: 'persona', subjectId: row.id, data: { segmentId: row.segment_id } });
}

const cleanLines = (lines: readonly string[]): string[] => lines.map(cleanText).filter((line) => line !== '');

function columns(input: Input) {
  return {
    name: cleanText(input.name),
    story: input.story ? cleanText(input.story) : null,
    goals: cleanLines(input.goals),
    needs: cleanLines(input.needs),
    frustrations: cleanLines(input.frustrations),
    channels: [...new Set(input.channels)],
    quotes: cleanLines(input.quotes),
    evidence: JSON.stringify(input.evidence.map(({ note, link }) => ({ note: cleanText(note), link }))),
  };
}

function personaOf(row: Selectable<SegmentTables['personas']>): Persona {
  return {
    id: row.id,
    segmentId: row.segment_id,
    name: row.name,
    story: row.story,
    goals: row.goals,
    needs: row.needs,
    frustrations: row.frustrations,
    channels: row.channels,
    quotes: row.quotes,
    evidence: row.evidence as Persona['evidence'],
    changedAt: row.changed_at,
  };
}
