// Two versions of a process side by side.
import type { Comparison } from '#contract/processes.ts';
import type { Context } from '#platform/context.ts';
import { compareDefinitions } from './compare-definitions.ts';
import { compiledVersion } from '../instances/compiled.ts';
import { requireVersion } from './versions.ts';

/** With the version before it, unless another is named; the first is compared with nothing. Throws `process.version-not-found`. */
export async function compareVersions(
  ctx: Context,
  { id, number, from = number - 1 }: { id: string; number: number; from?: number | undefined },
): Promise<Comparison> {
  const definitionsOf = async (version: number) => {
    if (version === 0) return [];
    return [...(await compiledVersion(ctx, (await requireVersion(ctx, id, version)).id)).values()];
  };
  const [before, after] = await Promise.all([definitionsOf(from), definitionsOf(number)]);
  return { from, to: number, ...compareDefinitions(before, after) };
}
