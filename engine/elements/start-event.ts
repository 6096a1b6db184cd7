// A start event: with it its scope begins to live, so the event subprocesses of the scope are armed before the token goes on.
import type { LiveToken, Run } from '../run.ts';
import { disarmScope } from '../scopes.ts';
import { armEventSubprocesses } from './event-subprocess.ts';

export function enterStartEvent(run: Run, token: LiveToken): void {
  // A retry begins anew.
  disarmScope(run, token.scope);
  armEventSubprocesses(run, token.scope);
  run.finish(token);
}
