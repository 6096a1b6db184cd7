// What a backup file holds: a gzip'd tar whose first entry says what it is and whose last entry proves that all of it is there.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

/** Raised when an older Rida could not read what we write. */
export const formatVersion = 1;

export const entries = {
  header: 'header.json',
  secret: 'secret',
  table: (name: string, part: number) => `tables/${name}/${numbered(part)}.copy`,
  jobs: (part: number) => `jobs/${numbered(part)}.jsonl`,
  filePart: (key: string, part: number) => `files/${key}/${numbered(part)}`,
  fileFacts: (key: string) => `files/${key}/facts.json`,
  manifest: 'manifest.json',
} as const;

const numbered = (part: number): string => String(part).padStart(6, '0');

const Queue = z.object({
  name: z.string(),
  policy: z.string(),
  retry_limit: z.int(),
  retry_delay: z.int(),
  retry_backoff: z.boolean(),
  expire_seconds: z.int(),
  retention_seconds: z.int(),
  deletion_seconds: z.int(),
});
export type QueueFacts = z.infer<typeof Queue>;

export const Header = z.object({
  format: z.literal(formatVersion),
  rida: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
  queues: z.array(Queue),
});
export type Header = z.infer<typeof Header>;

/** Follows the bytes of each file. `missing`: the store did not have it. `damaged`: its bytes are not those that were uploaded. */
export const FileFacts = z.object({
  key: z.string().regex(/^[\w-]{1,100}$/),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  state: z.enum(['ok', 'damaged', 'missing']),
});
export type FileFacts = z.infer<typeof FileFacts>;

const Sum = z.object({ count: z.int(), sha256: z.string() });

export const Manifest = Header.extend({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: z.string() })),
  jobs: Sum,
  /** Size and sha256 of each file stand in its facts.json; here is the sum over those, so that the manifest stays small. */
  files: Sum.extend({ bytes: z.int() }),
  secret: z.object({ sha256: z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;
export type TableFacts = Manifest['tables'][number];

export function damaged(what: string, cause?: unknown): StartError {
  return new StartError('backup.damaged', `The backup is damaged: ${what}. Nothing was changed; use another backup.`, {
    exitCode: 65,
    cause,
  });
}

/** Counts and hashes what passes. */
export function tally(): {
  add(bytes: Buffer | string, count: number): void;
  result(): { count: number; sha256: string };
} {
  const hash = createHash('sha256');
  let sum = 0;
  return {
    add(bytes, count) {
      hash.update(bytes);
      sum += count;
    },
    result: () => ({ count: sum, sha256: hash.digest('hex') }),
  };
}

/** In both COPY's text format and JSON lines a line feed ends a row and stands nowhere else. */
export function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
