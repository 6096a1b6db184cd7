// Which flows a token leaves an element by: asked first, as a whole, so that a condition that fails leaves the token where it is.
import type { ElementId, SequenceFlow } from './definition.ts';
import { holds } from './expressions.ts';
import type { LiveToken, Run } from './run.ts';
import { StepFailed } from './step-failed.ts';
import { contextOf } from './variables.ts';

interface Leaving {
  readonly outgoing: readonly ElementId[];
  readonly defaultFlow?: ElementId;
}

/** Without a flow the token ends here. */
export function takeFlows(run: Run, token: LiveToken, flows: readonly SequenceFlow[]): void {
  for (const { id, to } of flows) {
    run.happenings.push({ type: 'flow-taken', elementId: id, scope: token.scope });
    run.schedule({ step: 'arrive', scope: token.scope, elementId: to, flowId: id });
  }
  run.remove(token);
}

export function allFlows(run: Run, { outgoing }: Leaving): SequenceFlow[] {
  return outgoing.map((id) => run.flow(id));
}

/** The first, in the order of the diagram, whose condition holds. */
export function firstFlow(run: Run, token: LiveToken, node: Leaving): SequenceFlow[] {
  const chosen = conditional(run, node).find((flow) => flowHolds(run, token, flow));
  return orDefault(run, node, chosen ? [chosen] : []);
}

/** Every one whose condition holds. */
export function holdingFlows(run: Run, token: LiveToken, node: Leaving): SequenceFlow[] {
  return orDefault(
    run,
    node,
    conditional(run, node).filter((flow) => flowHolds(run, token, flow)),
  );
}

function conditional(run: Run, node: Leaving): SequenceFlow[] {
  return allFlows(run, node).filter(({ id }) => id !== node.defaultFlow);
}

function flowHolds(run: Run, { scope }: LiveToken, { condition }: SequenceFlow): boolean {
  return condition === undefined || holds(condition, contextOf(run, scope));
}

function orDefault(run: Run, { outgoing, defaultFlow }: Leaving, chosen: SequenceFlow[]): SequenceFlow[] {
  if (chosen.length > 0 || outgoing.length === 0) return chosen;
  if (defaultFlow === undefined) throw new StepFailed('no-flow-holds');
  return [run.flow(defaultFlow)];
}
