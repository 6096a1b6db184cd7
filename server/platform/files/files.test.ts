// Files: what their bytes say they are, what is refused, and that nothing stays that nobody refers to.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transact } from '../db/transact.ts';
import { newId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { attachFiles, keepFile, openFile, receiveFile } from './files.ts';

let app: TestApp;
/** Takes a thousand bytes and a little. */
let platform: Platform;
beforeAll(async () => {
  app = await createTestApp();
  platform = { ...app.platform, config: { ...app.platform.config, fileLimit: 5_000 } };
});
afterAll(() => app?.close());
beforeEach(() => expect(incoming()).toEqual([]));

const incoming = (): string[] => (existsSync(platform.files.incoming) ? readdirSync(platform.files.incoming) : []);
const receive = (name: string, bytes: Buffer | string, mediaType = 'application/octet-stream') =>
  receiveFile(platform, Readable.from([Buffer.from(bytes)]), { name, mediaType });

function inOrganisation<T>(organisationId: string, work: Parameters<typeof transact<T>>[2]): Promise<T> {
  return transact(platform, { organisationId, actor: { kind: 'system', name: 'test' } }, work);
}

async function kept(organisationId: string, name: string, bytes: Buffer | string, mediaType?: string) {
  const received = await receive(name, bytes, mediaType);
  return inOrganisation(organisationId, (ctx) => keepFile(ctx, received));
}

/** An archive of files, as ZIP, DOCX and APK are. */
function zip(entries: Record<string, string>): Buffer {
  const parts = Object.entries(entries).map(([name, text]) => {
    const [path, body, packed] = [Buffer.from(name), Buffer.from(text), deflateRawSync(Buffer.from(text))];
    const head = Buffer.alloc(30);
    head.write('PK\u0003\u0004', 'latin1');
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(path.length, 26);
    return Buffer.concat([head, path, packed]);
  });
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  return Buffer.concat([...parts, end]);
}

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000049454e44ae426082', 'hex'),
]);
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)]);
const docx = zip({
  '[Content_Types].xml':
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': '<w:document/>',
});

test.each([
  ['picture.png', png, 'image/png', 'image/png'],
  ['letter.pdf', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf', 'application/pdf'],
  ['things.zip', zip({ 'a.txt': 'a' }), 'application/zip', 'application/zip'],
  ['letter.docx', docx, 'application/zip', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['list.csv', 'name;phone\nمنى;0\n', 'text/csv', 'text/csv'],
  ['note.txt', 'ملاحظة', 'text/plain; charset=utf-8', 'text/plain'],
  // What the sender says does not count where the bytes say something.
  ['picture.jpg', png, 'application/pdf', 'image/png'],
  // Nor where they say nothing and it would be shown.
  ['picture.png', 'no picture', 'image/png', 'application/octet-stream'],
  ['page.pdf', 'words', 'application/pdf', 'application/octet-stream'],
])('%s is kept as what its bytes are', async (name, bytes, claimed, mediaType) => {
  const organisationId = newId();
  const view = await kept(organisationId, name, bytes, claimed);
  expect(view).toMatchObject({ name, mediaType, size: Buffer.from(bytes).length });
  const opened = await inOrganisation(organisationId, (ctx) => openFile(ctx, view.id));
  expect(await buffer(opened.bytes)).toEqual(Buffer.from(bytes));
  const { rows } = await platform.connection.pool.query(
    `select sha256, attached_at, uploaded_by_kind from files where id = $1`,
    [view.id],
  );
  expect(rows).toEqual([
    { sha256: createHash('sha256').update(bytes).digest('hex'), attached_at: null, uploaded_by_kind: 'system' },
  ]);
});

test.each([
  ['picture.png', '<!DOCTYPE html><script>alert(1)</script>', 'image/png'],
  ['picture.png', '\uFEFF \n<SCRIPT>alert(1)</SCRIPT>', 'image/png'],
  ['picture.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/png'],
  ['picture.png', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/png'],
  [
    'picture.png',
    '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg/>',
    'image/png',
  ],
  ['picture.svg', 'anything', 'image/png'],
  ['page.HTML', 'anything', 'text/plain'],
  ['letter.pdf', exe, 'application/pdf'],
  ['letter.pdf', elf, 'application/pdf'],
  ['setup.exe', 'anything', 'text/plain'],
  ['setup.exe.', 'anything', 'text/plain'],
  ['setup.exe ', 'anything', 'text/plain'],
  ['run.ps1', 'anything', 'text/plain'],
])('%s (%s) is refused and leaves nothing', async (name, bytes, claimed) => {
  await expect(receive(name, bytes, claimed)).rejects.toMatchObject({ code: 'file.type-refused', status: 415 });
  expect(incoming()).toEqual([]);
});

test('an empty file and one that is too large are refused and leave nothing', async () => {
  await expect(receive('empty.txt', '', 'text/plain')).rejects.toMatchObject({ code: 'file.empty', status: 422 });
  expect(incoming()).toEqual([]);
  await expect(receive('large.txt', randomBytes(5_001))).rejects.toMatchObject({
    code: 'file.too-large',
    status: 413,
    params: { limit: 5_000 },
  });
  expect(incoming()).toEqual([]);
  expect((await kept(newId(), 'just.bin', randomBytes(5_000))).size).toBe(5_000);
});

test('a disk that is full while the bytes come leaves nothing', async () => {
  const full = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' });
  const source = Readable.from(
    (async function* () {
      yield randomBytes(100);
      throw full;
    })(),
  );
  await expect(receiveFile(platform, source, { name: 'a.bin', mediaType: '' })).rejects.toBe(full);
  expect(incoming()).toEqual([]);
});

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a\\b/c\nd\te.txt', 'a_b_c_d_e.txt'],
  ['', 'file'],
  ['   ', 'file'],
  ['شكوى رقم ٧.pdf', 'شكوى رقم ٧.pdf'],
])('the name %j becomes %j', async (given, name) => {
  expect((await kept(newId(), given, 'x')).name).toBe(name);
});

test('a long name is cut, and the key never holds a word of it', async () => {
  const organisationId = newId();
  const view = await kept(organisationId, `${'ن'.repeat(500)}.txt`, 'x');
  expect(view.name).toHaveLength(200);
  const { rows } = await platform.connection.pool.query<{ storage_key: string }>(
    'select storage_key from files where id = $1',
    [view.id],
  );
  expect(rows[0]!.storage_key).toMatch(/^[0-9a-f-]{36}$/);
});

test('a file belongs to one thing, of its own organisation', async () => {
  const [ours, theirs] = [newId(), newId()];
  const [one, two] = [await kept(ours, 'one.txt', 'x'), await kept(ours, 'two.txt', 'x')];
  const notFound = { code: 'file.not-found', status: 404 };
  await expect(inOrganisation(theirs, (ctx) => attachFiles(ctx, [one.id]))).rejects.toMatchObject(notFound);
  await expect(inOrganisation(theirs, (ctx) => openFile(ctx, one.id))).rejects.toMatchObject(notFound);
  await inOrganisation(ours, (ctx) => attachFiles(ctx, []));
  await inOrganisation(ours, (ctx) => attachFiles(ctx, [one.id]));
  // With one that is taken none is attached.
  await expect(inOrganisation(ours, (ctx) => attachFiles(ctx, [two.id, one.id]))).rejects.toMatchObject({
    ...notFound,
    params: { ids: [one.id] },
  });
  const { rows } = await platform.connection.pool.query(
    'select id from files where organisation_id = $1 and attached_at is not null',
    [ours],
  );
  expect(rows).toEqual([{ id: one.id }]);
});

test('what nothing refers to is removed after a day, bytes and all; what is attached stays', async () => {
  const organisationId = newId();
  const [forgotten, attached] = [
    await kept(organisationId, 'forgotten.txt', 'x'),
    await kept(organisationId, 'attached.txt', 'x'),
  ];
  await inOrganisation(organisationId, (ctx) => attachFiles(ctx, [attached.id]));
  app.clock.advance(23 * 3_600_000);
  const fresh = await kept(organisationId, 'fresh.txt', 'x');
  const clean = (at: Platform): Promise<void> => at.jobs.runOnce(at, 'file.remove-unattached');
  const ids = async () =>
    (
      await platform.connection.pool.query<{ id: string }>(
        'select id from files where organisation_id = $1 order by id',
        [organisationId],
      )
    ).rows.map(({ id }) => id);
  await clean(platform);
  expect(await ids()).toEqual([forgotten.id, attached.id, fresh.id]);
  app.clock.advance(2 * 3_600_000);

  // A store that does not answer: nothing is forgotten, the next run does it.
  await expect(
    clean({ ...platform, files: { ...platform.files, remove: () => Promise.reject(new Error('the store is down')) } }),
  ).rejects.toThrow('the store is down');
  expect(await ids()).toEqual([forgotten.id, attached.id, fresh.id]);
  await clean(platform);
  expect(await ids()).toEqual([attached.id, fresh.id]);
  await expect(platform.files.read(forgotten.id)).rejects.toThrow();
  for (const { id } of [attached, fresh]) expect((await buffer(await platform.files.read(id))).toString()).toBe('x');
});
