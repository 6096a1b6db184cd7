// Logs: one JSON line each, with the request's number and without what belongs to a person.
import { Writable } from 'node:stream';
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import { expect, test } from 'vitest';
import { createLog, type Log } from './log.ts';

type Line = Record<string, unknown>;

function recordingLog(level = 'info'): { log: Log; lines: () => Line[]; text: () => string } {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return {
    log: createLog(level, destination),
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line),
  };
}

const fields = [
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

test.each(fields)('%s is cut, also one and two levels down', (field) => {
  const { log, text, lines } = recordingLog();
  log.info({ [field]: 'منى', customer: { [field]: 'منى', contact: { [field]: 'منى' } } }, 'happened');
  expect(text()).not.toContain('منى');
  expect(lines()).toEqual([expect.objectContaining({ [field]: '[cut]', msg: 'happened' })]);
});

test('ids and figures stay', () => {
  const { log, lines } = recordingLog();
  log.warn({ caseId: 'c-1', count: 3 }, 'late');
  expect(lines()[0]).toMatchObject({ level: 40, caseId: 'c-1', count: 3, msg: 'late' });
});

test('an error keeps what a programmer needs and loses the rows it quotes', () => {
  const { log, text, lines } = recordingLog();
  // As PostgreSQL's driver throws it.
  const cause = Object.assign(new TypeError('inner'), { detail: 'mona@example.org' });
  const error = Object.assign(
    new Error('duplicate key value violates unique constraint "customers_email"', { cause }),
    {
      code: '23505',
      detail: 'Key (email)=(mona@example.org) already exists.',
      where: 'COPY customers, line 1: "mona@example.org"',
      constraint: 'customers_email',
      parameters: ['mona@example.org'],
    },
  );
  log.error({ err: error }, 'request failed');
  expect(text()).not.toContain('mona');
  expect(lines()[0]).toMatchObject({
    err: {
      type: 'Error',
      message: error.message,
      stack: expect.stringContaining('log.test.ts'),
      fault: '23505',
      constraint: 'customers_email',
      cause: { type: 'TypeError', message: 'inner' },
    },
  });
});

test('what is not an Error can be logged as one', () => {
  const { log, lines } = recordingLog();
  for (const err of ['just words', undefined, null, { odd: true }]) log.error({ err }, 'failed');
  expect(lines().map((line) => line['msg'])).toEqual(['failed', 'failed', 'failed', 'failed']);
});

test('the level is kept', () => {
  const { log, lines } = recordingLog('error');
  log.info('quiet');
  log.error('loud');
  expect(lines()).toHaveLength(1);
  expect(recordingLog('silent').log.isLevelEnabled('fatal')).toBe(false);
});

test("a request's lines carry its number", async () => {
  const { log, lines } = recordingLog();
  const http = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => 'request-7',
  });
  http.get('/', async (request) => {
    request.log.info({ headers: request.headers, req: request.raw }, 'asked');
    return {};
  });
  await http.inject({ url: '/', headers: { cookie: 'session=abc', authorization: 'Bearer abc' } });
  expect(lines()[0]).toMatchObject({ reqId: 'request-7', msg: 'asked' });
  expect(JSON.stringify(lines())).not.toContain('abc');
});
