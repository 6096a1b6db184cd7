// Turns what a verb throws into an RFC 9457 problem: codes and parameters, never prose, never a stack.
import { STATUS_CODES } from 'node:http';
import { ORPCError, ValidationError } from '@orpc/server';
import type { Problem } from '#contract/common.ts';
import { isDatabaseAway } from '../db/away.ts';
import { AppError, commonErrors } from '../errors.ts';
import type { Log } from '../log.ts';

/** Where Node still says the words of an older HTTP. */
const titles: Record<number, string> = { 413: 'Content Too Large', 422: 'Unprocessable Content' };

/** Reports bugs to the log; the client gets only `server.fault` and the request id to quote. */
export function problemOf(error: unknown, log: Log, requestId: string): Problem {
  const refusal = asAppError(error);
  if (!refusal || (refusal.code === 'server.unavailable' && refusal !== error))
    log.error({ err: error, requestId }, 'request failed');
  const { code, status, params, faults } = refusal ?? new AppError('server.fault', 500);
  return {
    type: `urn:rida:problem:${code}`,
    title: titles[status] ?? STATUS_CODES[status] ?? 'Internal Server Error',
    status,
    code,
    params,
    ...(faults.length > 0 ? { faults } : {}),
    requestId,
  };
}

function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) {
    if (error.cause instanceof AppError) return error.cause;
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') return invalidInput(error.cause);
    if (error.code === 'BAD_REQUEST') return new AppError('request.malformed', 400);
    if (error.code === 'NOT_FOUND') return new AppError('request.not-found', 404);
    return undefined;
  }
  const fastify = error as { statusCode?: number; code?: string };
  if (fastify?.statusCode === 413) return new AppError('request.too-large', 413);
  if (fastify?.statusCode && fastify.statusCode < 500) return new AppError('request.malformed', fastify.statusCode);
  // PostgreSQL could not read a value as a uuid, a time or a number: a cursor or an id of somebody's making.
  if (fastify?.code && ['22P02', '22007', '22008', '22003'].includes(fastify.code))
    return new AppError('request.malformed', 400);
  // PostgreSQL: serialization failure and deadlock: nothing was changed, the same request may succeed.
  if (fastify?.code === '40001' || fastify?.code === '40P01') return new AppError('request.try-again', 503);
  if (isDatabaseAway(error)) return commonErrors.unavailable();
  if (fastify?.code === '53100' || fastify?.code === 'ENOSPC') return new AppError('server.disk-full', 503);
  return undefined;
}

/** zod's issues as field and rule. A custom rule gives its own code as message. */
function invalidInput(error: ValidationError): AppError {
  const faults = error.issues.map((issue) => {
    const {
      code = 'invalid',
      message,
      path,
      ...rest
    } = issue as { code?: string; message: string; path?: PropertyKey[]; minimum?: unknown; maximum?: unknown };
    const params = {
      ...(rest.minimum !== undefined ? { minimum: rest.minimum } : {}),
      ...(rest.maximum !== undefined ? { maximum: rest.maximum } : {}),
    };
    const own = code === 'custom' && /^[a-z0-9-]+$/.test(message) ? message : undefined;
    return {
      field: (path ?? []).map((key) => (typeof key === 'object' ? (key as { key: PropertyKey }).key : key)).join('.'),
      code: own ?? code.replaceAll('_', '-'),
      ...(Object.keys(params).length > 0 ? { params } : {}),
    };
  });
  return new AppError('request.invalid', 422, {}, faults);
}
