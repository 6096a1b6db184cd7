// Does what a step asks of the product: the work of a service task by whoever registered for its topic, or a call of another process.
import type { Json, Variables } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { AppError, commonErrors } from '#platform/errors.ts';
import { beginInstance } from './begin-instance.ts';
import { processErrors } from '../errors.ts';
import { rootOf } from './family.ts';
import { tellOfIncident } from './incidents.ts';
import { loadInstance, type Loaded } from './load-instance.ts';
import { variablesOf } from './messages.ts';
import { removeService } from './services.ts';
import { startableVersion } from './start-instance.ts';
import { stepInstance } from './step-instance.ts';
import type { ProcessTables } from '../tables.ts';

type OfToken = { instanceId: string; token: number };

/** Tries before it is an incident, counted over the attempts of the job. */
const mostTries = 4;

/** Nothing where the token is gone: it was done, or withdrawn. Work and step are one transaction. */
export async function runService(ctx: Context, { instanceId, token }: OfToken): Promise<void> {
  await stepInstance(ctx, instanceId, async ({ head, instance }) => {
    const service = await wanted(ctx, { head, instance }, token);
    if (!service) return null;
    const task = ctx.platform.modules
      .flatMap((module) => module.processTasks ?? [])
      .find(({ topic }) => topic === service.topic);
    if (!task) throw processErrors.notThere({ topic: service.topic });
    const read = task.input.safeParse(service.input);
    if (!read.success)
      throw commonErrors.invalid(
        {},
        read.error.issues.map(({ path, code }) => ({ field: path.join('.'), code })),
      );
    const answer = await task.handle(ctx, { input: read.data, instanceId, subject: head.subject });
    await removeService(ctx, instanceId, token);
    return 'errorCode' in answer
      ? { type: 'throw-error', token, code: answer.errorCode, variables: {} }
      : { type: 'complete', token, variables: answer.variables as Variables };
  });
}

/** Calls within calls; a process that calls itself without end is stopped here. */
const deepest = 20;

/** Begins the process that is called, once; it goes on by itself. Throws `process.calls-too-deep` and what starting throws. */
export async function callProcess(ctx: Context, { instanceId, token }: OfToken): Promise<void> {
  const loaded = await loadInstance(ctx, instanceId);
  const call = loaded && (await wanted(ctx, loaded, token));
  if (!call) return;
  const { depth } = await rootOf(ctx, instanceId);
  if (depth >= deepest) throw processErrors.callsTooDeep({ key: call.topic, depth: deepest });
  await beginInstance(ctx, {
    ...(await startableVersion(ctx, call.topic)),
    variables: variablesOf(call.input as Json, 'input'),
    subject: loaded.head.subject,
    parent: { instanceId, token },
  });
  await removeService(ctx, instanceId, token);
}

async function wanted(ctx: Context, { head, instance }: Loaded, token: number) {
  if (!instance.tokens.some(({ number }) => number === token)) return undefined;
  return on<ProcessTables>(ctx)
    .selectFrom('process_services')
    .select(['topic', 'input'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', head.id)
    .where('token', '=', token)
    .where('failed_at', 'is', null)
    .executeTakeFirst();
}

/** In a transaction of its own, after the one that failed. Answers whether it is to be tried again. */
export async function noteFailure(ctx: Context, { instanceId, token }: OfToken, error: unknown): Promise<boolean> {
  const service = await on<ProcessTables>(ctx)
    .selectFrom('process_services as s')
    .innerJoin('process_instances as i', (join) =>
      join.onRef('i.organisation_id', '=', 's.organisation_id').onRef('i.id', '=', 's.instance_id'),
    )
    .select(['s.tries', 's.element_id', 'i.model_id'])
    .where('s.organisation_id', '=', ctx.organisationId)
    .where('s.instance_id', '=', instanceId)
    .where('s.token', '=', token)
    .where('s.failed_at', 'is', null)
    .executeTakeFirst();
  if (!service) return false;
  const tries = service.tries + 1;
  // A refusal is the same tomorrow, unless somebody else was at it.
  const final = tries >= mostTries || (error instanceof AppError && error.status !== 409);
  await on<ProcessTables>(ctx)
    .updateTable('process_services')
    .set({ tries, ...(final ? { failed_at: ctx.clock.now(), fault: faultOf(error) } : {}) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .where('token', '=', token)
    .execute();
  if (final) await tellOfIncident(ctx, { id: instanceId, modelId: service.model_id }, token, service.element_id);
  return !final;
}

/** A code; what an exception says is for the log and may hold anything. */
const faultOf = (error: unknown): string => (error instanceof AppError ? error.code : 'exception');

/** The called instance has ended: its caller goes on, or gets its error. */
export async function endCall(ctx: Context, childId: string): Promise<void> {
  const child = await on<ProcessTables>(ctx)
    .selectFrom('process_instances')
    .select(['parent_id', 'parent_token', 'status', 'error_code'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', childId)
    .executeTakeFirst();
  if (!child?.parent_id) return;
  const token = child.parent_token!;
  const variables = await variablesOfProcess(ctx, childId);
  await stepInstance(ctx, child.parent_id, ({ instance }) => {
    if (!instance.tokens.some(({ number, waitsFor }) => number === token && waitsFor === 'call')) return null;
    if (child.status === 'failed') return { type: 'throw-error', token, code: child.error_code ?? '', variables };
    // Somebody stopped what was called: whoever called has to know, and may catch it.
    if (child.status === 'cancelled') return { type: 'throw-error', token, code: 'cancelled', variables };
    return { type: 'complete', token, variables };
  });
}

/** Of an instance that has ended, only those are left. */
async function variablesOfProcess(ctx: Context, instanceId: string): Promise<Variables> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_variables')
    .select(['name', 'value'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', instanceId)
    .execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value as Json]));
}

/** The call is not wanted any more: what was called ends too. */
export async function cancelCalled(ctx: Context, { instanceId, token }: OfToken): Promise<void> {
  const child = await on<ProcessTables>(ctx)
    .selectFrom('process_instances')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('parent_id', '=', instanceId)
    .where('parent_token', '=', token)
    .executeTakeFirst();
  if (!child) return;
  await stepInstance(ctx, child.id, ({ instance }) => (instance.status === 'running' ? { type: 'cancel' } : null), {
    reason: 'call-withdrawn',
  });
}
