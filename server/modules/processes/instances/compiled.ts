// Versions compiled for the engine, kept in memory: a version never changes.
import { compile } from '#engine/compile.ts';
import type { Definition } from '#engine/definition.ts';
import { byKey, type Context } from '#platform/context.ts';
import type { ProcessTables } from '../tables.ts';

export type CompiledVersion = ReadonlyMap<string, Definition>;

/** Versions that a process remembers; the one asked longest ago goes first. */
const most = 500;
const remembered = new Map<string, CompiledVersion>();

/** By the id of the process. */
export async function compiledVersion(ctx: Context, versionId: string): Promise<CompiledVersion> {
  const known = remembered.get(versionId);
  if (known) {
    remembered.delete(versionId);
    remembered.set(versionId, known);
    return known;
  }
  const { xml } = await byKey<ProcessTables>(ctx)
    .selectFrom('process_versions')
    .select('xml')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const { definitions, faults } = await compile(xml);
  const made = new Map(definitions.map((definition) => [definition.processId, definition]));
  // It was executable when it was published: the engine has become stricter since.
  if (made.size === 0) throw new Error(`version ${versionId} cannot be executed any more: ${JSON.stringify(faults)}`);
  remembered.set(versionId, made);
  if (remembered.size > most) remembered.delete(remembered.keys().next().value!);
  return made;
}

export async function compiledProcess(ctx: Context, versionId: string, processId: string): Promise<Definition> {
  return (await compiledVersion(ctx, versionId)).get(processId)!;
}
