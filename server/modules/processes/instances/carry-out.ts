// Carries out what a step asks of the product, in its transaction; what touches another instance is left to a job.
import type { Command } from '#engine/commands.ts';
import type { Definition } from '#engine/definition.ts';
import type { Effect } from '#engine/effects.ts';
import type { Outcome } from '#engine/execute.ts';
import type { Instance } from '#engine/instance.ts';
import { append, type Context } from '#platform/context.ts';
import { ask } from './asks.ts';
import { tellOfIncident } from './incidents.ts';
import type { InstanceHead } from './load-instance.ts';
import { keepThrownMessage } from './messages.ts';
import { openTask } from '../tasks/open-task.ts';
import type { Reckoning } from './reckoning.ts';
import { removeService, writeService } from './services.ts';
import { keepSignal } from './signals.ts';
import type { HandedBy } from './step-instance.ts';
import { withdrawTask } from '../tasks/withdraw-task.ts';

export type Taken = {
  head: InstanceHead;
  definition: Definition;
  before: Instance | undefined;
  outcome: Outcome;
  command: Command | { type: 'migrate' };
  time: Reckoning;
  handedBy: HandedBy | undefined;
};

/** Until this long before it is due, a timer is left to the sweep of every minute. */
const soonMs = 120_000;

export async function carryOut(ctx: Context, taken: Taken): Promise<void> {
  // In their order: a task may be opened and withdrawn by one step.
  for (const effect of taken.outcome.effects) await carry(ctx, taken, effect);
  askForTimers(ctx, taken);
  askForMessages(ctx, taken);
}

async function carry(ctx: Context, taken: Taken, effect: Effect): Promise<void> {
  const { head } = taken;
  switch (effect.type) {
    case 'open-task':
      return openTask(ctx, taken, effect);
    case 'withdraw-task':
      return withdrawTask(ctx, taken, effect.token);
    case 'call-service':
      await writeService(ctx, head, effect, 'service', effect.topic);
      return ask(ctx, 'process.run-service', { instanceId: head.id, token: effect.token });
    case 'call-process':
      await writeService(ctx, head, effect, 'call', effect.calledProcess);
      return ask(ctx, 'process.call', { instanceId: head.id, token: effect.token });
    case 'withdraw-service':
      return removeService(ctx, head.id, effect.token);
    case 'cancel-called':
      await removeService(ctx, head.id, effect.token);
      return ask(ctx, 'process.cancel-called', { instanceId: head.id, token: effect.token });
    case 'send-message':
      return keepThrownMessage(ctx, effect);
    case 'broadcast-signal':
      await keepSignal(ctx, effect.name, {});
      return;
    case 'raise-incident':
      return tellOfIncident(ctx, head, effect.token, effect.elementId);
    case 'end-instance':
      append(ctx, {
        type: 'process-instance.ended',
        subjectType: 'process-instance',
        subjectId: head.id,
        data: {
          status: effect.status,
          modelId: head.modelId,
          ...(effect.errorCode ? { errorCode: effect.errorCode } : {}),
        },
      });
      if (head.parent) ask(ctx, 'process.end-call', { instanceId: head.id });
  }
}

/** Those that are due soon have a job of their own, to the second; whatever that misses the sweep finds. */
function askForTimers(ctx: Context, { head, before, outcome }: Taken): void {
  const known = new Set(before?.timers.map(({ number }) => number));
  const soon = ctx.clock.now().getTime() + soonMs;
  for (const { number, dueAt } of outcome.instance.timers)
    if (!known.has(number) && Date.parse(dueAt) <= soon)
      ask(ctx, 'process.fire-timers', { instanceId: head.id }, { startAfter: new Date(dueAt) });
}

/**
 * A message may have come before it was waited for. Whoever keeps a message and whoever begins to wait both ask for the match after
 * their commit, so that the later of the two sees the other: neither needs a lock.
 */
function askForMessages(ctx: Context, { before, outcome }: Taken): void {
  const known = new Set(before?.subscriptions.map(({ number }) => number));
  for (const { number, type, name, key } of outcome.instance.subscriptions)
    if (type === 'message' && !known.has(number)) ask(ctx, 'process.match-message', { name, key });
}
