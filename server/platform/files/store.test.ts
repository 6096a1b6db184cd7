// Where bytes live: the folder and an S3-compatible bucket do the same, and an upload that breaks off leaves nothing.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createFileStore, receiveBytes, type FileStore } from './store.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'rida-files-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps objects in memory and refuses whatever is not signed as Amazon's signature, version 4, asks. */
const bucket = {
  server: undefined as unknown as Server,
  objects: new Map<string, { bytes: Buffer; headers: IncomingHttpHeaders }>(),
  refused: 0,
  broken: false,
};

const signature =
  /^AWS4-HMAC-SHA256 Credential=test-key\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=host;[a-z0-9;-]*x-amz-content-sha256;x-amz-date[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;

beforeAll(async () => {
  bucket.server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    if (
      !signature.test(request.headers.authorization ?? '') ||
      !/^\d{8}T\d{6}Z$/.test(String(request.headers['x-amz-date'])) ||
      !request.url?.startsWith('/files/')
    ) {
      bucket.refused += 1;
      response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      return;
    }
    // Amazon's own takes no body of unknown length.
    if (request.method === 'PUT' && (bucket.broken || request.headers['content-length'] === undefined)) {
      response.writeHead(bucket.broken ? 507 : 411).end();
      return;
    }
    const found = bucket.objects.get(request.url);
    if (request.method === 'PUT') bucket.objects.set(request.url, { bytes, headers: request.headers });
    if (request.method === 'DELETE') bucket.objects.delete(request.url);
    if (request.method === 'GET' && !found) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    else
      response
        .writeHead(request.method === 'DELETE' ? (found ? 204 : 404) : 200)
        .end(request.method === 'GET' ? found?.bytes : undefined);
  });
  await once(bucket.server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void bucket.server.close());
beforeEach(() => {
  bucket.objects.clear();
  bucket.broken = false;
});

function store(kind: string, secret = 'test-secret'): FileStore {
  const endpoint = `http://127.0.0.1:${(bucket.server.address() as AddressInfo).port}/`;
  const s3 = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'files',
    S3_REGION: 'eu-test-1',
    S3_ACCESS_KEY: 'test-key',
    S3_SECRET_KEY: secret,
  };
  const made = createFileStore(
    readConfig({ data: mkdtempSync(join(folder, `${kind}-`)) }, kind === 'bucket' ? s3 : {}),
  );
  mkdirSync(made.incoming, { recursive: true });
  return made;
}

function arrived(at: FileStore, bytes: Buffer): string {
  const path = join(at.incoming, randomBytes(6).toString('hex'));
  writeFileSync(path, bytes);
  return path;
}

const sum = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const key = '01990000-0000-7000-8000-000000000001';

test.each(['folder', 'bucket'])('%s: what is put can be read, and is gone when removed', async (kind) => {
  const files = store(kind);
  const bytes = randomBytes(3_000_000);
  const path = arrived(files, bytes);
  await files.put(key, path, 'application/pdf');
  expect(existsSync(path)).toBe(false);
  expect(sum(await buffer(await files.read(key)))).toBe(sum(bytes));
  await files.remove(key);
  await expect(files.read(key)).rejects.toThrow();
  // Again: a job that is repeated removes twice.
  await files.remove(key);
});

test.each(['folder', 'bucket'])(
  '%s: a key that is not there cannot be read; another is untouched by removing it',
  async (kind) => {
    const files = store(kind);
    await files.put(key, arrived(files, Buffer.from('kept')), 'text/plain');
    await expect(files.read(`${key.slice(0, -1)}2`)).rejects.toThrow();
    await files.remove(`${key.slice(0, -1)}2`);
    expect((await buffer(await files.read(key))).toString()).toBe('kept');
  },
);

test('a bucket gets the length and the type, not pieces', async () => {
  const files = store('bucket');
  await files.put(key, arrived(files, Buffer.from('نص')), 'text/plain');
  expect([...bucket.objects.keys()]).toEqual([`/files/${key}`]);
  const { headers } = [...bucket.objects.values()][0]!;
  expect(headers).toMatchObject({
    'content-length': '4',
    'content-type': 'text/plain',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  });
  expect(headers['transfer-encoding']).toBeUndefined();
  expect(bucket.refused).toBe(0);
});

test('a bucket that refuses: the fault names what failed and no secret, and the arrived file is still there', async () => {
  const files = store('bucket');
  bucket.broken = true;
  const path = arrived(files, Buffer.from('kept'));
  const fault = await files.put(key, path, 'text/plain').then(
    () => undefined,
    (error: Error) => error,
  );
  expect(fault?.message).toBe('file store: put answered 507');
  expect(readFileSync(path, 'utf8')).toBe('kept');
});

test('a bucket that is not there', async () => {
  const files = createFileStore(
    readConfig(
      { data: folder },
      { S3_ENDPOINT: 'http://127.0.0.1:9', S3_BUCKET: 'files', S3_ACCESS_KEY: 'k', S3_SECRET_KEY: 'hunter2' },
    ),
  );
  const fault = await files.put(key, arrived(store('folder'), Buffer.from('x')), 'text/plain').then(
    () => undefined,
    (error: Error) => error,
  );
  expect(fault).toBeInstanceOf(Error);
  expect(fault!.message).not.toContain('hunter2');
});

const pieces = (count: number, size: number): Buffer[] => Array.from({ length: count }, () => randomBytes(size));
const tooLarge = new Error('too large');

test('bytes are counted and shown as they come; the limit itself is allowed', async () => {
  const path = join(folder, 'new', 'folder', 'exact');
  const sent = pieces(4, 250);
  const seen: Buffer[] = [];
  expect(
    await receiveBytes(
      Readable.from(sent),
      path,
      1_000,
      () => tooLarge,
      (chunk) => seen.push(chunk),
    ),
  ).toBe(1_000);
  expect(readFileSync(path)).toEqual(Buffer.concat(sent));
  expect(Buffer.concat(seen)).toEqual(Buffer.concat(sent));
});

test('over the limit nothing is left, and no more is taken than was needed to know', async () => {
  const incoming = join(folder, 'too-large');
  let taken = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        taken += 1;
        yield randomBytes(100);
      }
    })(),
  );
  await expect(
    receiveBytes(
      endless,
      join(incoming, 'file'),
      1_000,
      () => tooLarge,
      () => {},
    ),
  ).rejects.toBe(tooLarge);
  expect(readdirSync(incoming)).toEqual([]);
  expect(endless.destroyed).toBe(true);
  expect(taken).toBeLessThan(100);
});

test.each([
  ['the sender hangs up', Object.assign(new Error('aborted'), { code: 'ECONNRESET' })],
  ['the disk is full', Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' })],
])('%s: nothing is left and the reason arrives', async (_what, reason) => {
  const incoming = join(folder, `broken-${reason.code}`);
  const source = Readable.from(
    (async function* () {
      yield randomBytes(100);
      throw reason;
    })(),
  );
  await expect(
    receiveBytes(
      source,
      join(incoming, 'file'),
      1_000,
      () => tooLarge,
      () => {},
    ),
  ).rejects.toBe(reason);
  expect(readdirSync(incoming)).toEqual([]);
});

test('a file that is there already is neither written over nor removed', async () => {
  const path = join(folder, 'there');
  writeFileSync(path, 'theirs');
  await expect(
    receiveBytes(
      Readable.from([Buffer.from('ours')]),
      path,
      1_000,
      () => tooLarge,
      () => {},
    ),
  ).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
});
