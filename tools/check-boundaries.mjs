// Runs dependency-cruiser over everything and fails on a violation, and when it has not seen every source file (it can be blind and green).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { sourceFiles } from './source-files.mjs';

const folders = ['contract', 'kernel', 'engine', 'server', 'web', 'e2e', 'bench'].filter((name) =>
  existsSync(join(root, name)),
);
const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const ran = spawnSync(
  process.execPath,
  [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  },
);

let result;
try {
  result = JSON.parse(ran.stdout);
} catch {
  console.log(ran.stderr || ran.stdout || ran.error?.message || 'dependency-cruiser said nothing');
  process.exit(1);
}

const seen = new Set(result.modules.map((module) => module.source));
const unseen = sourceFiles(/\.tsx?$/).filter(
  (path) => folders.includes(path.split('/')[0]) && !path.endsWith('.d.ts') && !seen.has(path),
);
const violations = result.summary.violations.filter((violation) => violation.rule.severity === 'error');
for (const { from, to, rule, cycle } of violations) {
  const comment = result.summary.ruleSetUsed.forbidden?.find((each) => each.name === rule.name)?.comment;
  const path = cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to;
  console.log(`${rule.name}: ${from} → ${path}${comment ? `\n    ${comment}` : ''}`);
}
unseen.forEach((path) => console.log(`not seen by dependency-cruiser: ${path}`));
const links = result.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
console.log(`${seen.size} modules, ${links} imports, ${violations.length} violations`);
process.exit(violations.length > 0 || unseen.length > 0 || seen.size === 0 || links === 0 ? 1 : 0);
