// For tests: a file that has arrived, and the import made of it.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Import } from '#contract/imports.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { createImport } from './create-import.ts';
import { describeFile, type Wish } from './describe-file.ts';

type Run = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

export async function buildImport(
  { platform, run }: { platform: Platform; run: Run },
  content: string | Buffer,
  wish: Wish & { name?: string } = {},
): Promise<Import> {
  const name = wish.name ?? 'customers.csv';
  const format = name.endsWith('.xlsx') ? 'xlsx' : 'csv';
  const id = newId();
  const path = join(platform.files.incoming, id);
  await mkdir(platform.files.incoming, { recursive: true });
  const bytes = Buffer.from(content);
  await writeFile(path, bytes);
  const description = await describeFile(path, format, wish);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, name, mediaType: 'text/csv', size: bytes.length, sha256, path };
  return run((ctx) => createImport(ctx, { kind: 'customers', format, file, description }));
}
