// What an event waits for: a row in the timers or in the subscriptions, until it happens or nobody waits any more.
import type { ElementId, Trigger } from './definition.ts';
import { evaluateText } from './expressions.ts';
import type { Token } from './instance.ts';
import type { LiveToken, Run } from './run.ts';
import { whenDue } from './timers.ts';
import { contextOf } from './variables.ts';

/** `token`: the one that waits at the event or at the activity that carries it; none for event subprocesses. */
export function arm(run: Run, elementId: ElementId, trigger: Trigger, scope: number, token?: number): void {
  const row = { number: run.takeNumber(), scope, elementId, ...(token !== undefined && { token }) };
  if (trigger.type === 'timer') {
    const { value } = trigger.timer;
    const text = 'text' in value ? value.text : evaluateText(value.feel, contextOf(run, scope));
    run.timers.set(row.number, { ...row, ...whenDue(trigger.timer, text, run.environment) });
  }
  if (trigger.type === 'message' || trigger.type === 'signal') {
    const feel = trigger.type === 'message' ? trigger.key : undefined;
    const key = feel === undefined ? '' : evaluateText(feel, contextOf(run, scope));
    run.subscriptions.set(row.number, { ...row, type: trigger.type, name: trigger.name, key });
  }
}

/** Lets the token wait until the event happens to it. */
export function waitForEvent(
  run: Run,
  token: LiveToken,
  trigger: Extract<Trigger, { type: 'timer' | 'message' | 'signal' }>,
): void {
  arm(run, token.elementId, trigger, token.scope, token.number);
  run.wait(token, trigger.type satisfies Token['waitsFor']);
}
