// The installation's secret: signs sessions, hashes link secrets and encrypts stored passwords; kept in the data folder unless given.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Secrets = {
  /** A key for one purpose, derived so that purposes cannot be mixed up. 32 bytes. */
  key(purpose: string): Buffer;
  /** Keyed hash of a link secret or code, as stored in the database. */
  hash(value: string): string;
  encrypt(plain: string): string;
  /** Throws when the text was encrypted under another secret. */
  decrypt(sealed: string): string;
};

/** Uses the configured secret or the one in `<data>/secret`, which is made on the first start with mode 0600. */
export async function loadSecrets(configured: string | undefined, dataDir: string): Promise<Secrets> {
  return makeSecrets(configured ?? (await storedSecret(dataDir)));
}

export function makeSecrets(root: string): Secrets {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', root, 'rida', purpose, 32));
  const hashKey = createSecretKey(key('hash'));
  const sealKey = createSecretKey(key('seal'));
  return {
    key,
    hash: (value) => createHmac('sha256', hashKey).update(value).digest('base64url'),
    encrypt(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

export function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex');
}

async function storedSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  try {
    // wx: two processes that start together agree on whoever wrote first.
    await writeFile(path, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
