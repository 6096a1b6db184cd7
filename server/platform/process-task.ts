// ProcessTask: work of the product that a service task of a process asks for by its topic; modules register what they can do.
import type { z } from 'zod';
import type { Context } from './context.ts';

export type ProcessTask<T = unknown> = {
  /** `<noun>.<verb>`, as diagrams name it. */
  topic: string;
  /** What the step hands over; what does not fit becomes an incident at once. */
  input: z.ZodType<T>;
  /**
   * Runs in the transaction that completes the step, so that both happen or neither: it changes only what the database holds. What
   * leaves it (a mail) is a job of its own. Called again after a failure. Answers with variables of the process, or with an error
   * that the diagram may catch.
   */
  handle(
    ctx: Context,
    asked: { input: T; instanceId: string; subject: { type: string; id: string } | null },
  ): Promise<ProcessTaskAnswer>;
};

export type ProcessTaskAnswer = { variables: Readonly<Record<string, unknown>> } | { errorCode: string };
