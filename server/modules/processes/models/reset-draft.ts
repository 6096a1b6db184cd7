// Begins the draft anew as a version that was published.
import type { Draft } from '#contract/processes.ts';
import type { Context } from '#platform/context.ts';
import { getDraft, writeDraft } from './drafts.ts';
import { requireVersion } from './versions.ts';

/** Throws `process.version-not-found`, and what saving a draft throws. */
export async function resetDraft(
  ctx: Context,
  { id, number, revision }: { id: string; number: number; revision: number },
): Promise<Draft> {
  const { xml } = await requireVersion(ctx, id, number);
  await writeDraft(ctx, { id, revision, xml, basedOn: number, how: 'reset' });
  return getDraft(ctx, id);
}
