// A step that cannot be taken: thrown inside the engine only, and made an incident on the token whose step it was.
import type { Incident } from './instance.ts';

export class StepFailed extends Error {
  readonly code: Incident['code'];
  readonly params: Incident['params'];

  constructor(code: Incident['code'], params: Incident['params'] = {}) {
    super(code);
    this.name = 'StepFailed';
    this.code = code;
    this.params = params;
  }
}
