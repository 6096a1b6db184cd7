// The processes of a case: where they stand for staff, how far they came in the customer's words.
import type { CaseProcess, CaseProgress } from '#contract/case-processes.ts';
import { processesAbout, progressAbout } from '#modules/processes/index.ts';
import type { Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { about, factsOf } from './begin-process.ts';

/** Throws `case.not-found`. */
export async function processesOfCase(
  ctx: Context,
  id: string,
): Promise<{ items: CaseProcess[]; progress: CaseProgress | null }> {
  await factsOf(ctx, id);
  const [items, progress] = await Promise.all([processesAbout(ctx, about(id)), progressAbout(ctx, about(id))]);
  return { items, progress };
}

/** For the customer of the case, who has no rights to processes. */
export async function progressOfCustomer(ctx: Context, caseId: string): Promise<CaseProgress | null> {
  return underRole(ctx, 'rida_system', () => progressAbout(ctx, about(caseId)));
}
