// Structured logs by pino: request ids, no personal data (known fields are cut out before they are written).
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

const personal = [
  'email',
  'phone',
  'name',
  'password',
  'text',
  'subject',
  'to',
  'from',
  'authorization',
  'cookie',
  'token',
  'secret',
  'code',
];
const depths = ['', '*.', '*.*.'];

/** `destination`: elsewhere than standard output, for tests. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    redact: {
      paths: [...depths.flatMap((depth) => personal.map((field) => depth + field)), 'req.headers'],
      censor: '[cut]',
    },
    serializers: { err: serializeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Named one by one: PostgreSQL and mail servers put rows and addresses into the other fields of their errors. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // `fault`, not `code`: that word is cut, because customers' one-time codes go by it.
  const { code, constraint, table, cause } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    fault: code,
    constraint,
    table,
    ...(cause instanceof Error ? { cause: serializeError(cause) } : {}),
  };
}
