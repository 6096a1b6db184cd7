// A refusal of the server as an error: code and parameters to translate, faults to put beside fields.
import type { FieldFault, Problem } from '#contract/common.ts';
import type { z } from 'zod';

export type Fault = z.infer<typeof FieldFault>;

export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, unknown>;
  readonly faults: Fault[];
  readonly requestId: string | undefined;

  constructor(problem: Problem) {
    super(`${problem.code} (${problem.status})`);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.params = problem.params;
    this.faults = problem.faults ?? [];
    this.requestId = problem.requestId;
  }
}

/** Makes a whole problem of whatever came: a proxy in between may answer with a page or with nothing. */
export function problemFrom(body: unknown, status: number): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return {
    type: given.type ?? 'about:blank',
    title: given.title ?? '',
    status: given.status ?? status,
    code: typeof given.code === 'string' ? given.code : `http.${status}`,
    params: given.params ?? {},
    ...(given.faults ? { faults: given.faults } : {}),
    ...(given.requestId ? { requestId: given.requestId } : {}),
  };
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}
