// Fails on source files that do not open with a comment that says what they are for, and on clocks read outside the clock.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { isData, sourceFiles } from './source-files.mjs';

/** `new Date()` without argument cannot be named as a rule of the linter. */
const READS_CLOCK = /\bnew Date\(\s*\)/;
const CLOCK_FREE = /^(server|kernel|engine|contract)\/(?!platform\/clock\.ts$)/;

const faults = [];
const files = sourceFiles(/\.(tsx?|mjs)$/);
for (const path of files) {
  const text = readFileSync(join(root, path), 'utf8').replace(/^#!.*\n/, '');
  if (!isData(path) && !/^(\/\/|\/\*\*?) ?\S/.test(text))
    faults.push(`${path}: the first line is not a comment that says what the file is for`);
  if (CLOCK_FREE.test(path) && !path.endsWith('.test.ts')) {
    text.split('\n').forEach((line, index) => {
      if (READS_CLOCK.test(line.replace(/\/\/.*$/, '')))
        faults.push(`${path}:${index + 1}: new Date() reads the machine's clock; take the time from ctx.clock`);
    });
  }
}
faults.forEach((fault) => console.log(fault));
console.log(`${files.length} files read`);
process.exit(files.length === 0 || faults.length > 0 ? 1 : 0);
