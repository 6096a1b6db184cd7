// What a step leaves to a job: each is one instance in one transaction of its own, so that no two wait for each other's locks.
import { z } from 'zod';
import type { Context } from '#platform/context.ts';

const organisationId = z.uuid();
const ofToken = z.object({ organisationId, instanceId: z.uuid(), token: z.int() });

/** By the name of the job. What a name asks for twice is done once: the token, the call or the message is gone by then. */
export const asks = {
  'process.run-service': ofToken,
  'process.call': ofToken,
  /** The instance that was called has ended. */
  'process.end-call': z.object({ organisationId, instanceId: z.uuid() }),
  'process.cancel-called': ofToken,
  'process.match-message': z.object({ organisationId, name: z.string(), key: z.string() }),
  'process.broadcast-signal': z.object({ organisationId, signalId: z.uuid() }),
  'process.hear-signal': z.object({
    organisationId,
    signalId: z.uuid(),
    instanceId: z.uuid(),
    subscription: z.int(),
  }),
  /** Goes on behind what was moved or refused before. */
  'process.migrate': z.object({ organisationId, migrationId: z.uuid() }),
  'process.fire-timers': z.object({ organisationId, instanceId: z.uuid() }),
} as const;

export type AskName = keyof typeof asks;
export type Asked<Name extends AskName> = z.infer<(typeof asks)[Name]>;

export function ask<Name extends AskName>(
  ctx: Context,
  name: Name,
  data: Omit<Asked<Name>, 'organisationId'>,
  options: { startAfter?: Date } = {},
): void {
  ctx.jobs.push({ queue: name, data: { organisationId: ctx.organisationId, ...data }, ...options });
}
