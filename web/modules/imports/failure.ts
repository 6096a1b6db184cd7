// Why a run ended early, as a refusal that can be put into words.
import { ProblemError, problemFrom } from '#web/lib/problem-error.ts';

export function problemOf({ code, params }: { code: string; params: Record<string, unknown> }): ProblemError {
  return new ProblemError(problemFrom({ code, params }, 422));
}
