// End events: the token ends, and with it nothing else, its scope, or, by an error, whatever lies between it and who catches it.
import type { EndEvent } from '../definition.ts';
import { propagateError } from '../propagate-error.ts';
import type { LiveToken, Run } from '../run.ts';
import { cancelContents, endInstance } from '../scopes.ts';
import { throwResult } from './throw-event.ts';

export function enterEndEvent(run: Run, token: LiveToken, { result }: EndEvent): void {
  throwResult(run, token, result);
  run.happen('completed', token);
  run.remove(token);
  if (result.type === 'terminate') {
    cancelContents(run, token.scope);
    if (run.scope(token.scope).parent === undefined) endInstance(run, 'terminated');
  }
  // The diagram itself says that this is how it ends: the error goes out to whoever called the process.
  if (result.type === 'error' && !propagateError(run, { scope: token.scope }, { code: result.code, variables: {} }))
    endInstance(run, 'failed', result.code);
}
