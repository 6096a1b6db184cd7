// Saves the draft as the modeller has it, or as a file from elsewhere, and says what is wrong with it.
import type { DiagramFault } from '#contract/processes.ts';
import type { Context } from '#platform/context.ts';
import { requireReadable } from './check-diagram.ts';
import { writeDraft } from './drafts.ts';

type Saved = { revision: number; faults: DiagramFault[] };

/**
 * A diagram may be unfinished; only what cannot be read is refused. It is kept byte for byte. Throws `process.changed-meanwhile`,
 * `process.proposed`, `process.retired`, `process.has-faults`.
 */
export async function saveDraft(
  ctx: Context,
  input: { id: string; xml: string; revision: number },
  how: 'saved' | 'imported' = 'saved',
): Promise<Saved> {
  const { faults } = await requireReadable(ctx, input.xml);
  return { revision: await writeDraft(ctx, { ...input, how }), faults };
}
