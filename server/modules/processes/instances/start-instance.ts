// Starts a process by the newest version of its model, at its start without a trigger.
import type { Variables } from '#engine/instance.ts';
import { byKey, type Context } from '#platform/context.ts';
import { beginInstance, type Beginning } from './begin-instance.ts';
import { compiledVersion } from './compiled.ts';
import { processErrors } from '../errors.ts';
import { askForReckoning } from './reckoning.ts';
import type { ProcessTables } from '../tables.ts';

export type StartInput = {
  modelKey: string;
  /** Without: the one in force. */
  version?: number | undefined;
  processId?: string | undefined;
  variables: Variables;
  subject?: { type: string; id: string } | null;
};

/** Throws `process.not-found`, `process.retired`, `process.not-in-force` (of a version too that is not there), `process.not-startable`. */
export async function startInstance(ctx: Context, input: StartInput): Promise<{ id: string }> {
  const { modelKey, version, processId, variables, subject = null } = input;
  const id = await beginInstance(ctx, {
    ...(await startableVersion(ctx, modelKey, { version, processId })),
    variables,
    subject,
  });
  return { id: id! };
}

/** What a start or a call of this key means now. Throws what starting throws. */
export async function startableVersion(
  ctx: Context,
  key: string,
  { version, processId }: { version?: number | undefined; processId?: string | undefined } = {},
): Promise<Pick<Beginning, 'modelId' | 'unitId' | 'versionId' | 'processId'>> {
  askForReckoning(ctx);
  const model = await byKey<ProcessTables>(ctx)
    .selectFrom('process_models as m')
    .leftJoin('process_versions as v', (join) =>
      join
        .onRef('v.organisation_id', '=', 'm.organisation_id')
        .onRef('v.model_id', '=', 'm.id')
        .on((of) => of('v.number', '=', version === undefined ? of.ref('m.version') : of.val(version))),
    )
    .select(['m.id', 'm.unit_id', 'm.retired_at', 'v.id as version_id'])
    .where('m.organisation_id', '=', ctx.organisationId)
    .where('m.key', '=', key)
    .executeTakeFirst();
  if (!model) throw processErrors.notFound({ key });
  if (model.retired_at !== null) throw processErrors.retired({ key });
  if (model.version_id === null) throw processErrors.notInForce({ key });
  const processes = await compiledVersion(ctx, model.version_id);
  const process = processId === undefined ? [...processes.values()].find(isStartable) : processes.get(processId);
  if (!process || !isStartable(process)) throw processErrors.notStartable({ key });
  return { modelId: model.id, unitId: model.unit_id, versionId: model.version_id, processId: process.processId };
}

const isStartable = ({ scopes, processId }: { scopes: ReadonlyMap<string, { startId?: string }>; processId: string }) =>
  scopes.get(processId)!.startId !== undefined;
