// Begins an instance of a version: its row and its first step.
import type { Variables } from '#engine/instance.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { InstanceHead } from './load-instance.ts';
import { takeFirst } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

export type Beginning = {
  modelId: string;
  /** Of the model. */
  unitId: string;
  versionId: string;
  processId: string;
  /** A start with a trigger; otherwise the one without. */
  startId?: string;
  variables: Variables;
  subject?: { type: string; id: string } | null;
  parent?: { instanceId: string; token: number };
};

/** Null: the token that calls has called already. Throws `process.not-startable`. */
export async function beginInstance(ctx: Context, beginning: Beginning): Promise<string | null> {
  const { modelId, unitId, versionId, processId, startId, variables, subject = null, parent = null } = beginning;
  const id = newId();
  const now = ctx.clock.now();
  const written = on<ProcessTables>(ctx)
    .insertInto('process_instances')
    .values({
      organisation_id: ctx.organisationId,
      id,
      version_id: versionId,
      model_id: modelId,
      process_id: processId,
      status: 'running',
      revision: 0,
      next_number: 1,
      happened: 0,
      subject_type: subject?.type ?? null,
      subject_id: subject?.id ?? null,
      parent_id: parent?.instanceId ?? null,
      parent_token: parent?.token ?? null,
      started_at: now,
      started_by_kind: ctx.actor.kind,
      started_by: actorId(ctx.actor),
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'parent_id', 'parent_token']).where('parent_id', 'is not', null).doNothing(),
    )
    .executeTakeFirstOrThrow();
  if (parent && (await written).numInsertedOrUpdatedRows === 0n) return null;
  append(ctx, {
    type: 'process-instance.started',
    subjectType: 'process-instance',
    subjectId: id,
    data: { modelId, ...(subject ? { aboutType: subject.type, aboutId: subject.id } : {}) },
  });
  const head: InstanceHead = {
    id,
    versionId,
    modelId,
    unitId,
    processId,
    revision: 0,
    happened: 0,
    subject,
    parent,
    startedAt: now,
  };
  // Its row and its first step go out together.
  await Promise.all([
    written,
    takeFirst(ctx, head, { type: 'start', variables, ...(startId === undefined ? {} : { startId }) }),
  ]);
  return id;
}
