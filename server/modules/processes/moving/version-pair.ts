// Two versions of a process between which instances move: which process of the one becomes which of the other, and their elements' names.
import type { MigrationFault } from '#contract/process-migrations.ts';
import type { Definition } from '#engine/definition.ts';
import { isThere, type Mapping } from '#engine/migration-targets.ts';
import type { Context } from '#platform/context.ts';
import { compiledVersion, type CompiledVersion } from '../instances/compiled.ts';

export type VersionPair = { from: CompiledVersion; to: CompiledVersion };

/** As the engine and the database have it; `moved-meanwhile`: somebody else moved it before. */
export type KeptFault = Pick<MigrationFault, 'code' | 'elementId'> & { to?: string };

export async function versionPair(
  ctx: Context,
  ids: { fromVersionId: string; toVersionId: string },
): Promise<VersionPair> {
  const [from, to] = await Promise.all([
    compiledVersion(ctx, ids.fromVersionId),
    compiledVersion(ctx, ids.toVersionId),
  ]);
  return { from, to };
}

/** The one named, the one of the same id, or where there is but one, that. */
export function counterpartOf({ from, to }: VersionPair, mapping: Mapping, processId: string): Definition | undefined {
  const named = Object.hasOwn(mapping, processId) ? mapping[processId] : processId;
  const only = from.size === 1 && to.size === 1 ? [...to.values()][0] : undefined;
  return (named ? to.get(named) : undefined) ?? (Object.hasOwn(mapping, processId) ? undefined : only);
}

/** Of several processes in one diagram, the one that has the element. */
export const definitionWith = (version: CompiledVersion, elementId: string): Definition | undefined =>
  [...version.values()].find((definition) => isThere(definition, elementId));

/** Of a flow without a name, that of the element it comes from; of a process its own. */
export function nameIn(version: CompiledVersion, elementId: string): string | null {
  const definition = definitionWith(version, elementId);
  if (!definition) return null;
  const { nodes, flows, name, processId } = definition;
  if (elementId === processId) return name;
  const flow = flows.get(elementId);
  return (flow ? (flow.name ?? nodes.get(flow.from)?.name) : nodes.get(elementId)?.name) ?? null;
}

export const faultsInWords = ({ from, to }: VersionPair, faults: readonly KeptFault[]): MigrationFault[] =>
  faults.map(({ code, elementId, to: target }) => ({
    code,
    elementId,
    name: nameIn(from, elementId) ?? nameIn(to, elementId),
    to: target ?? null,
    toName: target === undefined ? null : nameIn(to, target),
  }));
