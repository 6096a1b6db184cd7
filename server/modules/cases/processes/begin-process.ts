// Begins a process for a case: that of its category, as the product does it, or another by hand; with what the case knows.
import { sql } from 'kysely';
import type { CaseProcess } from '#contract/case-processes.ts';
import { countAbout, isRunningAbout, processesAbout, startInstance } from '#modules/processes/index.ts';
import { append, byKey, type Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { caseErrors } from '../errors.ts';
import type { CaseTables } from '../tables.ts';
import { answersForProcess } from './answers-for-process.ts';
import type { Binding } from './category-processes.ts';

export type CaseFacts = Awaited<ReturnType<typeof factsOf>>;

/** Without a lock on the case: a step of its process may hold the process and want the case. Throws `case.not-found`. */
export async function factsOf(ctx: Context, caseId: string) {
  const row = await byKey<CaseTables>(ctx)
    .selectFrom('cases')
    .select(['id', 'number', 'kind', 'state', 'priority', 'channel', 'language', 'customer_id'])
    .select(['category_id', 'product_id', 'unit_id', 'registered_at', 'dispute_level'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw caseErrors.notFound({ id: caseId });
  return row;
}

/** Beginnings and ends of processes of one case come one after the other. */
export async function holdProcessesOf(ctx: Context, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`processes of ${caseId}`}, 0))`.execute(ctx.transaction);
}

/** What its category binds, unless it runs already. What cannot begin any more is a line of the case, not a job that fails for ever. */
export async function beginBound(ctx: Context, facts: CaseFacts, binding: Binding): Promise<void> {
  if (await isRunningAbout(ctx, about(facts.id), binding.modelId)) return;
  try {
    await begin(ctx, facts, binding);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('process.')) throw error;
    appendOf(ctx, facts, 'case.process-refused', { modelId: binding.modelId, code: error.code });
  }
}

/** Throws `case.not-found`, `case.process-running`, and what starting throws. */
export async function beginProcess(ctx: Context, input: { id: string; modelKey: string }): Promise<CaseProcess> {
  await holdProcessesOf(ctx, input.id);
  const facts = await factsOf(ctx, input.id);
  const running = (await processesAbout(ctx, about(facts.id))).find(
    ({ status, model }) => status === 'running' && model.key === input.modelKey,
  );
  if (running) throw caseErrors.processRunning({ key: input.modelKey });
  const id = await begin(ctx, facts, { modelKey: input.modelKey, version: null });
  return (await processesAbout(ctx, about(facts.id))).find(({ instanceId }) => instanceId === id)!;
}

export const about = (caseId: string) => ({ type: 'case', id: caseId });

async function begin(
  ctx: Context,
  facts: CaseFacts,
  { modelKey, modelId, version }: { modelKey: string; modelId?: string; version: number | null },
): Promise<string> {
  const subject = about(facts.id);
  const { id } = await startInstance(ctx, {
    modelKey,
    version: version ?? undefined,
    subject,
    variables: {
      case: {
        id: facts.id,
        number: facts.number,
        kind: facts.kind,
        priority: facts.priority,
        channel: facts.channel,
        language: facts.language,
        categoryId: facts.category_id,
        productId: facts.product_id,
        unitId: facts.unit_id,
        registeredAt: facts.registered_at.toISOString(),
        disputes: facts.dispute_level,
      },
      answers: await answersForProcess(ctx, facts.id),
      // 1 when it is begun for the first time; after a dispute or a reopening it is begun again.
      round: modelId === undefined ? 1 : (await countAbout(ctx, subject, modelId)) + 1,
    },
  });
  appendOf(ctx, facts, 'case.process-begun', { instanceId: id, modelKey });
  return id;
}

export function appendOf(
  ctx: Context,
  facts: Pick<CaseFacts, 'id' | 'customer_id'>,
  type: string,
  data: Record<string, unknown>,
): void {
  append(ctx, { type, subjectType: 'case', subjectId: facts.id, customerId: facts.customer_id, data });
}
