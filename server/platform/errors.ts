// AppError: an expected refusal, as a code with parameters that the client translates; bugs stay plain exceptions.

export type FieldFault = { field: string; code: string; params?: Record<string, unknown> };

export class AppError extends Error {
  readonly code: string;
  /** HTTP status that the refusal is answered with. */
  readonly status: number;
  readonly params: Record<string, unknown>;
  readonly faults: FieldFault[];

  constructor(code: string, status: number, params: Record<string, unknown> = {}, faults: FieldFault[] = []) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.params = params;
    this.faults = faults;
  }
}

/**
 * A refusal that is itself a fact: what the transaction wrote until it was thrown is committed, and then it is answered. Thrown before
 * the verb changes anything else.
 */
export class KeptRefusal extends AppError {
  constructor({ code, status, params, faults }: AppError) {
    super(code, status, params, faults);
    this.name = 'KeptRefusal';
  }
}

/** Declares a module's refusals: `const errors = refusals({ notFound: ['case.not-found', 404] })`, thrown as `errors.notFound({ id })`. */
export function refusals<K extends string>(table: Record<K, readonly [code: string, status: number]>) {
  const made = {} as Record<K, (params?: Record<string, unknown>, faults?: FieldFault[]) => AppError>;
  for (const key of Object.keys(table) as K[]) {
    const [code, status] = table[key];
    made[key] = (params, faults) => new AppError(code, status, params, faults);
  }
  return made;
}

export const commonErrors = refusals({
  signInNeeded: ['access.sign-in-needed', 401],
  forbidden: ['access.forbidden', 403],
  notFound: ['request.not-found', 404],
  invalid: ['request.invalid', 422],
  tooLarge: ['request.too-large', 413],
  wrongOrigin: ['request.wrong-origin', 403],
  keyReused: ['request.idempotency-key-reused', 422],
  unavailable: ['server.unavailable', 503],
  cursorUnreadable: ['request.cursor-unreadable', 400],
});

/** One refused field, answered like any other invalid input. */
export function invalidField(field: string, code: string, params?: Record<string, unknown>): AppError {
  return commonErrors.invalid({}, [{ field, code, ...(params ? { params } : {}) }]);
}
