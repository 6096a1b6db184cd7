// Event subprocesses: armed as long as their scope lives; an interrupting one ends everything else in it.
import type { StartEvent } from '../definition.ts';
import type { Run } from '../run.ts';
import { cancelContents, openScope } from '../scopes.ts';
import { arm } from '../waits.ts';

export function armEventSubprocesses(run: Run, number: number): void {
  for (const { startId } of run.definition.scopes.get(run.scope(number).elementId)?.eventSubprocesses ?? [])
    arm(run, startId, (run.node(startId) as StartEvent).trigger, number);
}

/** Whoever threw an error has nothing left to go on with. */
export function interrupts({ interrupting, trigger }: StartEvent): boolean {
  return interrupting || trigger.type === 'error';
}

/** `parent`: the scope whose event subprocess this start event begins. */
export function fireEventSubprocess(run: Run, start: StartEvent, parent: number): void {
  run.happenings.push({ type: 'fired', elementId: start.id, scope: parent });
  if (interrupts(start)) cancelContents(run, parent);
  const scope = openScope(run, start.scopeId, { parent });
  run.schedule({ step: 'arrive', scope: scope.number, elementId: start.id });
}
