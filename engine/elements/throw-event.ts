// What events and send tasks do when a token comes: a message to whoever has the key, or a signal to everybody.
import type { Result, SendTask, ThrowEvent } from '../definition.ts';
import { evaluate, evaluateText } from '../expressions.ts';
import type { LiveToken, Run } from '../run.ts';
import { contextOf } from '../variables.ts';

export function enterThrowEvent(run: Run, token: LiveToken, { result }: ThrowEvent): void {
  throwResult(run, token, result);
  run.finish(token);
}

export function workOnSendTask(run: Run, token: LiveToken, { message }: SendTask): void {
  throwResult(run, token, message);
  run.finish(token);
}

export function throwResult(run: Run, { elementId, scope }: LiveToken, result: Result): void {
  if (result.type === 'signal') run.effects.push({ type: 'broadcast-signal', elementId, name: result.name });
  if (result.type !== 'message') return;
  const context = contextOf(run, scope);
  const key = result.key === undefined ? '' : evaluateText(result.key, context);
  const payload = result.payload === undefined ? {} : evaluate(result.payload, context);
  run.effects.push({ type: 'send-message', elementId, name: result.name, key, payload });
}
