// An embedded subprocess: a scope of its own that its token waits for.
import type { Subprocess } from '../definition.ts';
import type { LiveToken, Run } from '../run.ts';
import { openScope } from '../scopes.ts';

export function workOnSubprocess(run: Run, token: LiveToken, { id }: Subprocess): void {
  const scope = openScope(run, id, { parent: token.scope, token: token.number });
  run.wait(token, 'scope');
  const startId = run.definition.scopes.get(id)?.startId;
  if (startId) run.schedule({ step: 'arrive', scope: scope.number, elementId: startId });
  // Nothing to begin with: it is done as it is.
  else run.thinned.add(scope.number);
}
