// Takes steps until every token waits: each element's own step, then joins that are ready, then scopes that have come to their end.
import { enterActivity, leaveActivity, workOnActivity } from './elements/activity.ts';
import { enterCatchEvent } from './elements/catch-event.ts';
import { enterEndEvent } from './elements/end-event.ts';
import { enterGateway, isGateway, leaveGateway } from './elements/gateway.ts';
import { enterStartEvent } from './elements/start-event.ts';
import { enterThrowEvent } from './elements/throw-event.ts';
import { allFlows, takeFlows } from './flows.ts';
import type { ElementId } from './definition.ts';
import type { Step } from './instance.ts';
import { arriveAtJoin, fireInclusiveJoin, isJoin } from './joins.ts';
import type { LiveToken, Run, Work } from './run.ts';
import { cancelInside, settleScopes } from './scopes.ts';
import { StepFailed } from './step-failed.ts';

/** Far above what a diagram needs within one command; a loop without a wait would never end. */
const mostSteps = 10_000;

export function advance(run: Run): void {
  for (;;) {
    const work = run.nextWork();
    if (work) takeWork(run, work);
    else if (!fireInclusiveJoin(run) && !settleScopes(run)) return;
  }
}

function takeWork(run: Run, work: Work): void {
  run.stepsTaken += 1;
  const tooMany = run.stepsTaken > mostSteps;
  if (work.step !== 'arrive') {
    const token = run.tokens.get(work.token);
    // It was cancelled after the step was planned.
    if (!token) return;
    if (tooMany) return fail(run, token, work.step, new StepFailed('too-many-steps', { steps: mostSteps }));
    return attempt(run, token, work.step);
  }
  const { scope, elementId, flowId } = work;
  const node = run.node(elementId);
  if (tooMany) {
    const failed = new StepFailed('too-many-steps', { steps: mostSteps });
    return fail(run, run.place(scope, elementId), 'arrive', failed, flowId);
  }
  if (flowId !== undefined && isJoin(node)) return arriveAtJoin(run, scope, node, flowId);
  attempt(run, run.place(scope, elementId), 'enter');
}

function attempt(run: Run, token: LiveToken, step: Exclude<Step, 'arrive'>): void {
  try {
    steps[step](run, token);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    fail(run, token, step, error);
  }
}

/** The token stays where it is, with the reason and the step that is still owed. */
export function fail(run: Run, token: LiveToken, step: Step, { code, params }: StepFailed, flowId?: ElementId): void {
  // What was half begun is begun anew by a retry; what was armed before the work goes on.
  if (step === 'enter') run.disarm(token.number);
  if (step === 'work') cancelInside(run, token.number);
  run.wait(token, 'incident', { code, params, step, ...(flowId !== undefined && { flowId }) });
  run.effects.push({ type: 'raise-incident', token: token.number, elementId: token.elementId });
  run.happen('failed', token);
}

const steps = { enter, work, leave };

function enter(run: Run, token: LiveToken): void {
  const node = run.node(token.elementId);
  switch (node.type) {
    case 'start-event':
      return enterStartEvent(run, token);
    case 'end-event':
      return enterEndEvent(run, token, node);
    case 'catch-event':
      return enterCatchEvent(run, token, node);
    case 'throw-event':
      return enterThrowEvent(run, token, node);
    case 'boundary-event':
      return run.finish(token);
    default:
      return isGateway(node) ? enterGateway(run, token, node) : enterActivity(run, token, node);
  }
}

function work(run: Run, token: LiveToken): void {
  const node = run.node(token.elementId);
  if ('boundary' in node) workOnActivity(run, token, node);
}

function leave(run: Run, token: LiveToken): void {
  const node = run.node(token.elementId);
  if ('boundary' in node) leaveActivity(run, token, node);
  else if (isGateway(node)) leaveGateway(run, token, node);
  else takeFlows(run, token, allFlows(run, node));
}
