// A command that does not fit the state of its instance: refused as a whole, nothing has changed.

export type EngineErrorCode =
  | 'instance-not-started'
  | 'instance-already-started'
  | 'instance-ended'
  | 'start-unknown'
  | 'token-unknown'
  | 'token-waits-for-something-else'
  | 'token-without-incident'
  | 'timer-unknown'
  | 'subscription-unknown'
  | 'scope-unknown';

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: EngineErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'EngineError';
    this.code = code;
    this.params = params;
  }
}
