// Lists the project's own source files for the checks: no dependencies, no builds, no data.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const FOLDERS = ['contract', 'kernel', 'engine', 'server', 'web', 'e2e', 'bench', 'tools'];
const SKIPPED = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report']);

/** Paths relative to the project, with `/`, of files whose name matches. */
export function sourceFiles(pattern) {
  const found = [];
  const visit = (folder) => {
    let entries;
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      return; // A folder that does not exist yet.
    }
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) visit(path);
      else if (entry.isFile() && pattern.test(entry.name)) found.push(path);
    }
  };
  FOLDERS.forEach(visit);
  return found.sort();
}

/** Generated files and tables of words are not written by hand, so neither their length nor their shape is a fault. */
export function isData(path) {
  return /\.generated\.|(^|\/)(locales|messages)(\/|\.[a-z]{2}\.ts$)|\.d\.ts$/.test(path);
}
