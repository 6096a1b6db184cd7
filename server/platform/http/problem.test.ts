// What is thrown becomes a problem: refusals with their code, known troubles with a way on, bugs with nothing but a number.
import { ORPCError, ValidationError } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, commonErrors, invalidField } from '../errors.ts';
import { createLog } from '../log.ts';
import { createEmptyDatabase, dropDatabase } from '../testing/backup-helpers.ts';
import { connect, type Connection } from '../db/connect.ts';
import { problemOf } from './problem.ts';

let logged: { err?: { message?: string }; requestId?: string }[] = [];
const log = createLog('error', {
  write: (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[number]),
});

function problem(error: unknown) {
  logged = [];
  return problemOf(error, log, 'request-7');
}

async function thrownBy(schema: z.ZodType, value: unknown): Promise<unknown> {
  const { error } = await schema.safeParseAsync(value);
  return new ORPCError('BAD_REQUEST', {
    cause: new ValidationError({ message: 'input', issues: error!.issues as never, data: value }),
  });
}

test('a refusal says its code, status, parameters and faults; it is not logged', () => {
  expect(problem(commonErrors.forbidden({ permission: 'case.claim' }))).toEqual({
    type: 'urn:rida:problem:access.forbidden',
    title: 'Forbidden',
    status: 403,
    code: 'access.forbidden',
    params: { permission: 'case.claim' },
    requestId: 'request-7',
  });
  expect(problem(invalidField('email', 'taken', { by: 1 }))).toMatchObject({
    status: 422,
    faults: [{ field: 'email', code: 'taken', params: { by: 1 } }],
  });
  expect(
    problem(new ORPCError('INTERNAL_SERVER_ERROR', { cause: new AppError('case.wrong-state', 409) })),
  ).toMatchObject({ status: 409, title: 'Conflict', code: 'case.wrong-state' });
  expect(logged).toEqual([]);
});

test('what zod finds is named by field and rule, without what was given and without prose', async () => {
  const schema = z.object({
    name: z.string().min(2),
    people: z.array(z.object({ email: z.email() })),
    number: z.number().max(9),
    language: z.enum(['ar', 'en']),
    from: z.string().refine((from) => from > '2026', 'before-start'),
    until: z.string().refine((until) => until > '2026', 'This is a sentence.'),
  });
  const found = problem(
    await thrownBy(schema, {
      name: 'x',
      people: [{ email: 'a@b.example' }, { email: 'mona' }],
      number: 10,
      language: 'de',
      from: '2025',
      until: '2025',
    }),
  );
  expect(found).toMatchObject({ status: 422, code: 'request.invalid' });
  expect(found.faults).toEqual([
    { field: 'name', code: 'too-small', params: { minimum: 2 } },
    { field: 'people.1.email', code: 'invalid-format' },
    { field: 'number', code: 'too-big', params: { maximum: 9 } },
    { field: 'language', code: 'invalid-value' },
    { field: 'from', code: 'before-start' },
    { field: 'until', code: 'custom' },
  ]);
});

test('what Fastify and oRPC refuse keeps its status', () => {
  expect(problem(new ORPCError('BAD_REQUEST'))).toMatchObject({ status: 400, code: 'request.malformed' });
  expect(problem(new ORPCError('NOT_FOUND'))).toMatchObject({ status: 404, code: 'request.not-found' });
  expect(problem(Object.assign(new Error('too large'), { statusCode: 413 }))).toMatchObject({
    status: 413,
    code: 'request.too-large',
    title: 'Content Too Large',
  });
  expect(problem(Object.assign(new Error('no'), { statusCode: 415 }))).toMatchObject({
    status: 415,
    title: 'Unsupported Media Type',
  });
  expect(problem(Object.assign(new Error('slow'), { statusCode: 408 }))).toMatchObject({
    status: 408,
    title: 'Request Timeout',
  });
});

test.each([
  'a word',
  undefined,
  null,
  7,
  new TypeError('secret words of mona@example.org'),
  { code: '42P01' },
  new ORPCError('INTERNAL_SERVER_ERROR', { message: 'secret words' }),
])('a bug (%s) is a fault without text, and the log has its number', (bug) => {
  const found = problem(bug);
  expect(found).toEqual({
    type: 'urn:rida:problem:server.fault',
    title: 'Internal Server Error',
    status: 500,
    code: 'server.fault',
    params: {},
    requestId: 'request-7',
  });
  expect(logged).toMatchObject([{ requestId: 'request-7' }]);
});

let url: string;
let connection: Connection;
beforeAll(async () => {
  url = await createEmptyDatabase();
  connection = await connect(url, { max: 4, name: 'problems' });
  await connection.pool.query(
    'create table counters (id integer primary key, value integer); insert into counters values (1, 0), (2, 0)',
  );
});
afterAll(async () => {
  await connection.close();
  await dropDatabase(url);
});

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('PostgreSQL cannot serialise two changes: the second may try again', async () => {
  const [one, other] = [await connection.pool.connect(), await connection.pool.connect()];
  for (const client of [one, other])
    await client.query('begin isolation level repeatable read; select * from counters');
  await one.query('update counters set value = 1 where id = 1; commit');
  const error = await failure(other.query('update counters set value = 2 where id = 1'));
  await other.query('rollback');
  for (const client of [one, other]) client.release();
  expect(problem(error)).toMatchObject({ status: 503, title: 'Service Unavailable', code: 'request.try-again' });
});

test('a deadlock: the one that PostgreSQL ends may try again', async () => {
  const [one, other] = [await connection.pool.connect(), await connection.pool.connect()];
  for (const client of [one, other]) await client.query(`begin; set local deadlock_timeout = '20ms'`);
  await one.query('update counters set value = 1 where id = 1');
  await other.query('update counters set value = 1 where id = 2');
  const crossing = [
    failure(one.query('update counters set value = 2 where id = 2; commit')),
    failure(other.query('update counters set value = 2 where id = 1; commit')),
  ];
  const error = (await Promise.all(crossing)).find((found) => found !== undefined);
  for (const client of [one, other]) {
    await client.query('rollback');
    client.release();
  }
  expect(problem(error)).toMatchObject({ status: 503, code: 'request.try-again' });
});

test('a full disk, of the database or of the files, has a code of its own', () => {
  expect(problem(Object.assign(new Error('could not extend file'), { code: '53100' }))).toMatchObject({
    status: 503,
    code: 'server.disk-full',
  });
  expect(problem(Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }))).toMatchObject({
    status: 503,
    code: 'server.disk-full',
  });
});
