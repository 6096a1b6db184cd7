// Job: work after the commit, at least once; the handler must be idempotent.
import type { z } from 'zod';
import type { Platform } from '../platform.ts';

export type Job<T extends object = object> = {
  /** `<noun>.<verb>`, also the name of the queue. */
  name: string;
  data: z.ZodType<T & { organisationId?: string }>;
  /** Five-field cron in UTC for jobs that repeat; their data is empty. */
  cron?: string;
  /** Tries after the first failure before the job is dead; default 5, with growing pauses. */
  retries?: number;
  /** Jobs handled side by side in one process; default 4. */
  concurrency?: number;
  handle(platform: Platform, data: T & { organisationId: string }): Promise<void>;
};

export function defineJob<T extends object>(job: Job<T>): Job<T> {
  return job;
}
