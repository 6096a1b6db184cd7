// Generated files must be what the sources make now: tables.ts of the modules and docs/api/openapi.json. `--write` writes them.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApi } from '../server/modules/operations/docs.ts';

const root = join(import.meta.dirname, '..');
const write = process.argv.includes('--write');

const tables = spawnSync(process.execPath, [join(root, 'tools/generate-tables.ts'), ...(write ? [] : ['--check'])], {
  stdio: 'inherit',
});
const path = join(root, 'docs/api/openapi.json');
const wanted = `${JSON.stringify(await openApi(), null, 2)}\n`;
const there = await readFile(path, 'utf8').catch(() => '');
if (there !== wanted) {
  if (write) {
    await mkdir(join(root, 'docs/api'), { recursive: true });
    await writeFile(path, wanted);
  }
  console.log(
    `${write ? 'written' : 'out of date'}: ${path}. The API changed: is that wanted? Then run "node tools/check-generated.ts --write".`,
  );
}
if (!write && (there !== wanted || tables.status !== 0)) process.exitCode = 1;
