// Databases that Rida cannot serve on are refused before anything is written, each with what to do about it.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { dropDatabase, query } from '#platform/testing/backup-helpers.ts';
import { StartError } from '../start-error.ts';
import { connect } from './connect.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function createDatabase(encoding: string, locale: string): Promise<string> {
  const name = `rida_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await query(
    inject('databaseUrl'),
    `create database ${name} template template0 encoding '${encoding}' locale_provider libc locale '${locale}'`,
  );
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  cleanUps.push(() => dropDatabase(url.toString()));
  return url.toString();
}

async function refusal(url: string): Promise<StartError> {
  const error = await connect(url, { max: 2, name: 'refused' }).then(
    async (connection) => {
      await connection.close();
      return new Error('the database was accepted');
    },
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StartError)) throw error;
  expect(error.message).not.toContain('\n');
  return error;
}

test('UTF-8 with a locale that knows letters is accepted', async () => {
  const connection = await connect(await createDatabase('UTF8', 'C.UTF-8'), { max: 2, name: 'accepted' });
  expect(connection.version).toBeGreaterThanOrEqual(150_000);
  await connection.close();
});

test.each(['LATIN1', 'SQL_ASCII'])('encoding %s is refused by its name', async (encoding) => {
  expect(await refusal(await createDatabase(encoding, 'C'))).toMatchObject({
    code: 'database.not-utf8',
    message: expect.stringContaining(encoding),
  });
});

test('locale C is refused: it is blind to Arabic letters', async () => {
  expect(await refusal(await createDatabase('UTF8', 'C'))).toMatchObject({
    code: 'database.locale',
    message: expect.stringContaining('C.UTF-8'),
  });
});

/** Speaks enough of PostgreSQL's protocol to log anybody in and to answer every query with one row. */
async function oldServer(row: Record<string, string>): Promise<number> {
  const message = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const int = (value: number, bytes: 2 | 4): Buffer => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const ready = message('Z', Buffer.from('I'));
  const columns = Object.keys(row).map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int(0, 4),
      int(0, 2),
      int(name === 'version' ? 23 : 25, 4),
      int(-1, 2),
      int(-1, 4),
      int(0, 2),
    ]),
  );
  const values = Object.values(row).map((value) =>
    Buffer.concat([int(Buffer.byteLength(value), 4), Buffer.from(value)]),
  );
  const answer = Buffer.concat([
    message('T', int(columns.length, 2), ...columns),
    message('D', int(values.length, 2), ...values),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ]);
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('data', (chunk) => {
      if (!greeted) socket.write(Buffer.concat([message('R', int(0, 4)), ready]));
      else if (chunk[0] === 'Q'.charCodeAt(0)) socket.write(answer);
      greeted = true;
    });
  });
  return listening(server);
}

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => void sockets.add(socket.on('error', () => {})));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test('a server that is too old is refused by its version', async () => {
  const port = await oldServer({ version: '140011', encoding: 'UTF8' });
  expect(await refusal(`postgresql://rida@127.0.0.1:${port}/rida`)).toMatchObject({
    code: 'database.too-old',
    message: 'PostgreSQL 14 is too old; Rida needs 15 or newer.',
  });
});

test('nobody listens, by address and by name', async () => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  for (const host of ['127.0.0.1', 'localhost']) {
    expect(await refusal(`postgresql://rida:hunter2@${host}:${port}/rida`)).toMatchObject({
      code: 'database.unreachable',
      exitCode: 75,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  }
  expect((await refusal(`postgresql://rida:hunter2@127.0.0.1:${port}/rida`)).message).not.toContain('hunter2');
});

test('somebody else listens, or hangs up', async () => {
  const web = await listening(
    createServer((socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
  );
  expect(await refusal(`postgresql://rida@127.0.0.1:${web}/rida`)).toMatchObject({ code: 'database.unreachable' });
  const silent = await listening(createServer((socket) => void socket.end()));
  expect(await refusal(`postgresql://rida@127.0.0.1:${silent}/rida`)).toMatchObject({ code: 'database.unreachable' });
});

test('a database that does not exist is named', async () => {
  const url = new URL(inject('databaseUrl'));
  url.pathname = '/nowhere';
  expect(await refusal(url.toString())).toMatchObject({
    code: 'database.unreachable',
    message: expect.stringContaining('nowhere'),
  });
});
