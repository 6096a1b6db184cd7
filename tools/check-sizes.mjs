// Fails on source files over 500 lines, which nobody reads to the end; names those over 300.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { isData, sourceFiles } from './source-files.mjs';

const SMELL = 300;
const LIMIT = 500;

const sizes = sourceFiles(/\.(tsx?|mjs|css|sql)$/)
  .filter((path) => !isData(path))
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines);

for (const { path, lines } of sizes.filter((file) => file.lines > SMELL)) {
  console.log(
    `${lines > LIMIT ? 'too long' : 'long'}: ${path} has ${lines} lines${lines > LIMIT ? `, allowed are ${LIMIT}` : ''}`,
  );
}
const code = sizes.filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\./.test(path));
console.log(`${sizes.length} files, median ${code[Math.floor(code.length / 2)]?.lines ?? 0} lines`);
if (sizes.length === 0) console.log('no source files found');
process.exit(sizes.length === 0 || sizes.some((file) => file.lines > LIMIT) ? 1 : 0);
