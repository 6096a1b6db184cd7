// The installation's secret: what it seals, who can open it, and that it is made once.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSecrets, makeSecrets } from './secrets.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'rida-secrets-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secrets = makeSecrets('a root secret of the installation');

test('what is encrypted comes back, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
      const sealed = secrets.encrypt(plain);
      expect(secrets.decrypt(sealed)).toBe(plain);
      expect(secrets.encrypt(plain)).not.toBe(sealed);
    }),
  );
  expect(secrets.encrypt('كلمة السر')).toMatch(/^v1\.[\w-]+$/);
});

test('another secret opens nothing, nor does a changed text', () => {
  const sealed = secrets.encrypt('كلمة السر');
  expect(() => makeSecrets('a root secret of another one').decrypt(sealed)).toThrow();
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      bytes[position % bytes.length]! ^= change;
      expect(() => secrets.decrypt(`v1.${bytes.toString('base64url')}`)).toThrow();
    }),
  );
  for (const broken of ['', 'v1.', sealed.slice(0, 20), sealed.slice(0, -4)])
    expect(() => secrets.decrypt(broken)).toThrow();
});

test('each purpose has a key of its own; hashes need the secret', () => {
  expect(secrets.key('sessions')).toHaveLength(32);
  expect(secrets.key('sessions')).toEqual(secrets.key('sessions'));
  expect(secrets.key('sessions')).not.toEqual(secrets.key('seal'));
  expect(secrets.hash('code')).toBe(secrets.hash('code'));
  expect(secrets.hash('code')).not.toBe(makeSecrets('another').hash('code'));
});

test('processes that start together make one secret that only its owner can read, and keep it', async () => {
  const dataDir = join(folder, 'new', 'data');
  const made = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(undefined, dataDir)));
  const sealed = made[0]!.encrypt('x');
  for (const one of made) expect(one.decrypt(sealed)).toBe('x');
  const path = join(dataDir, 'secret');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8').length).toBeGreaterThanOrEqual(43); // 32 bytes in base64url
  expect((await loadSecrets(undefined, dataDir)).decrypt(sealed)).toBe('x');
});

test('a given secret is stronger than the stored one and stores nothing', async () => {
  const dataDir = join(folder, 'given');
  mkdirSync(dataDir);
  const given = await loadSecrets('a root secret of the installation', dataDir);
  expect(given.hash('x')).toBe(secrets.hash('x'));
  expect(() => statSync(join(dataDir, 'secret'))).toThrow('ENOENT');
});
