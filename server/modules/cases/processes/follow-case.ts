// Keeps the process of a case beside its life: begun with it, changed with its category, told what happens, ended with it.
import { cancelAbout, tellAbout } from '#modules/processes/index.ts';
import type { Context } from '#platform/context.ts';
import type { StoredEvent, Subscriber } from '#platform/events/event.ts';
import { about, appendOf, beginBound, factsOf, holdProcessesOf, type CaseFacts } from './begin-process.ts';
import { bindingOf } from './category-processes.ts';

/** Names of messages, as diagrams say them; their key is the id of the case. */
const messages: Record<string, string> = {
  'case.message-received': 'case.customer-wrote',
  'case.resolution-claimed': 'case.claimed',
  'case.resolution-disputed': 'case.disputed',
  'case.confirmed': 'case.confirmed',
  'case.lapsed': 'case.lapsed',
  'case.reported': 'case.reported',
  'case.withdrawn': 'case.withdrawn',
  'case.closed-by-authority': 'case.closed-by-authority',
};
const endings = new Set([
  'case.confirmed',
  'case.lapsed',
  'case.reported',
  'case.withdrawn',
  'case.closed-by-authority',
]);

async function begin(ctx: Context, { subjectId }: StoredEvent): Promise<void> {
  await holdProcessesOf(ctx, subjectId);
  await beginFor(ctx, await factsOf(ctx, subjectId));
}

async function beginFor(ctx: Context, facts: CaseFacts): Promise<void> {
  const binding = facts.state === 'closed' ? null : await bindingOf(ctx, facts.category_id);
  if (binding) await beginBound(ctx, facts, binding);
}

/** Another category: what the one before began is cancelled, unless both run by the same process. What people began goes on. */
async function change(ctx: Context, { subjectId, data }: StoredEvent): Promise<void> {
  if (!(data['changed'] as string[]).includes('category_id')) return;
  await holdProcessesOf(ctx, subjectId);
  const facts = await factsOf(ctx, subjectId);
  const binding = await bindingOf(ctx, facts.category_id);
  await cancel(ctx, facts, 'case-classified', binding?.modelId ?? null);
  await beginFor(ctx, facts);
}

/** Tells who waits. A disputed answer that no process is at work on begins it again; an end ends it, where the category says so. */
async function tell(ctx: Context, event: StoredEvent): Promise<void> {
  await holdProcessesOf(ctx, event.subjectId);
  const facts = await factsOf(ctx, event.subjectId);
  await tellAbout(ctx, about(facts.id), messages[event.type]!, { happening: messages[event.type]! });
  if (event.type === 'case.resolution-disputed') await beginFor(ctx, facts);
  if (!endings.has(event.type) || facts.state !== 'closed') return;
  const binding = await bindingOf(ctx, facts.category_id);
  if (binding?.whenCaseEnds !== 'continue') await cancel(ctx, facts, 'case-ended', null);
}

async function cancel(ctx: Context, facts: CaseFacts, reason: string, except: string | null): Promise<void> {
  for (const modelId of await cancelAbout(ctx, about(facts.id), { reason, except }))
    appendOf(ctx, facts, 'case.process-cancelled', { modelId, reason });
}

export const processSubscribers: readonly Subscriber[] = [
  { name: 'cases.begin-process', event: 'case.registered', handle: begin },
  { name: 'cases.begin-process-again', event: 'case.reopened', handle: begin },
  { name: 'cases.change-process', event: 'case.classified', handle: change },
  ...Object.keys(messages).map((event): Subscriber => ({
    name: `cases.tell-process-${event.slice('case.'.length)}`,
    event,
    handle: tell,
  })),
];
