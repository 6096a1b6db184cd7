// An event on the way: the token waits for its time, message or signal.
import type { CatchEvent } from '../definition.ts';
import type { LiveToken, Run } from '../run.ts';
import { waitForEvent } from '../waits.ts';

export function enterCatchEvent(run: Run, token: LiveToken, { trigger }: CatchEvent): void {
  waitForEvent(run, token, trigger);
}

/** It has happened. */
export function passCatchEvent(run: Run, token: LiveToken): void {
  run.happenings.push({ type: 'fired', elementId: token.elementId, token: token.number, scope: token.scope });
  run.finish(token);
}
