// A person's task: the host is told that it is there, and says when it is done.
import type { LiveToken, Run } from '../run.ts';
import { visibleVariables } from '../variables.ts';

export function workOnUserTask(run: Run, token: LiveToken): void {
  run.wait(token, 'task');
  const { number, elementId, scope } = token;
  run.effects.push({ type: 'open-task', token: number, elementId, variables: visibleVariables(run, scope) });
}
