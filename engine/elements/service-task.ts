// Work of a program and the call of another process: asked of the host with their input, waited for until it answers.
import type { CallActivity, Feel, ServiceTask } from '../definition.ts';
import { evaluate } from '../expressions.ts';
import type { Json } from '../instance.ts';
import type { LiveToken, Run } from '../run.ts';
import { contextOf, visibleVariables } from '../variables.ts';

export function workOnServiceTask(run: Run, token: LiveToken, { topic, input }: ServiceTask): void {
  const asked = inputOf(run, token, input);
  run.wait(token, 'service');
  run.effects.push({ type: 'call-service', token: token.number, elementId: token.elementId, topic, input: asked });
}

export function workOnCallActivity(run: Run, token: LiveToken, { calledProcess, input }: CallActivity): void {
  const given = inputOf(run, token, input);
  run.wait(token, 'call');
  run.effects.push({
    type: 'call-process',
    token: token.number,
    elementId: token.elementId,
    calledProcess,
    input: given,
  });
}

/** Everything the step sees, unless the diagram says what it needs. */
function inputOf(run: Run, { scope }: LiveToken, input: Feel | undefined): Json {
  return input === undefined ? visibleVariables(run, scope) : evaluate(input, contextOf(run, scope));
}
