// Ids are made in the application: UUIDv7 sorts by time and works on every supported PostgreSQL.
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Rises within one process, so that what was made later sorts later. */
export function newId(): string {
  const random = sixteenRandomBytes();
  // oxlint-disable-next-line no-restricted-properties -- an id says when it was made, as those of the library do; no fact rests on it
  const now = Date.now();
  if (now > last.msecs) last = { msecs: now, seq: random.readUInt32BE(6) >>> 1 };
  else last.seq += 1;
  return v7({ ...last, random });
}

let last = { msecs: 0, seq: 0 };

// An import makes four ids a row: asking the system for the bytes of each took a tenth of its time.
const pool = { bytes: Buffer.alloc(0), used: 0 };

function sixteenRandomBytes(): Buffer {
  if (pool.used >= pool.bytes.length) Object.assign(pool, { bytes: randomBytes(8_192), used: 0 });
  return pool.bytes.subarray(pool.used, (pool.used += 16));
}

// Crockford's base 32 without the letters that are read wrong on the phone (I, L, O, U).
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An unguessable code that people can read aloud, e.g. `K7QM-4XTP-9R2B`: 12 symbols, nearly 60 random bits. One of them is a
 * digit, so that a code typed without its hyphens is never taken for a word.
 */
export function newTrackingCode(): string {
  const symbols = Array.from(randomBytes(12), (byte) => alphabet[byte & 31]).join('');
  if (!/\d/.test(symbols)) return newTrackingCode();
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`;
}

/** A secret for links and sessions: 256 random bits, safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
