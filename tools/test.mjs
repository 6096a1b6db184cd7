// `npm test`: checks, unit and module tests on both PostgreSQL versions, and journeys in a browser; the last line is the verdict.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.mjs';
import { findChromium } from './find-chromium.mjs';
import { ensureDependencies, ensureWebBuild, pinnedNode, root } from './prepare.mjs';
import { runProgram } from './run-program.mjs';
import { findSystemPostgres, startSystemPostgres } from './system-postgres.mjs';
import { playwrightCounts, vitestCounts } from './test-results.mjs';

const STEPS = {
  checks: runChecks,
  unit: runUnit,
  modules: runModules,
  modules15: runModulesOnOldest,
  journeys: runJourneys,
};
/** A check that finds a thousand faults says enough with its first lines. */
const MOST_LINES = 80;

const total = { passed: 0, failed: 0, skipped: 0 };
const { wanted, passThrough } = readArguments(process.argv.slice(2));
const reports = mkdtempSync(join(tmpdir(), 'rida-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

ensureDependencies();
const node = pinnedNode();
for (const step of wanted) {
  const begun = performance.now();
  console.log(`\n── ${step}`);
  let counts;
  try {
    counts = await STEPS[step]();
  } catch (error) {
    console.log(error.stack ?? String(error));
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  console.log(
    `── ${step}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
  );
}
if (total.passed + total.failed === 0) total.failed = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** `--only STEP` may be repeated; everything else goes to vitest and Playwright, such as a part of a file's name. */
function readArguments(args) {
  const only = [];
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    const inline = /^--only=(.*)$/.exec(args[index])?.[1];
    if (args[index] !== '--only' && inline === undefined) {
      if (args[index] !== '--') rest.push(args[index]);
      continue;
    }
    const step = inline ?? args[++index];
    if (!Object.hasOwn(STEPS, step)) {
      console.error(`--only knows: ${Object.keys(STEPS).join(', ')}`);
      process.exit(2);
    }
    only.push(step);
  }
  return { wanted: Object.keys(STEPS).filter((step) => only.length === 0 || only.includes(step)), passThrough: rest };
}

async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  const waiting = [...checks];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, seconds } = await runProgram(node, check.script);
      counts[code === 0 ? 'passed' : 'failed']++;
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds.toFixed(1)} s)`);
      if (code !== 0) console.log(shortened(output));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return counts;
}

function shortened(output) {
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`    … ${more} more lines`] : [])].join('\n');
}

async function vitest(project, env) {
  const report = join(reports, `${project}-${Math.random()}.json`);
  const mayBeEmpty = passThrough.length > 0;
  const args = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(mayBeEmpty ? ['--passWithNoTests'] : []),
  ];
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await runProgram(node, [program, ...args, ...passThrough], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    show: true,
  });
  return vitestCounts(report, code, { mayBeEmpty });
}

function runUnit() {
  return vitest('unit', {});
}

function runModules() {
  return vitest('modules', { RIDA_TEST_DATABASE: 'bundled', RIDA_TEST_DATABASE_URL: '' });
}

async function runModulesOnOldest() {
  const found = findSystemPostgres();
  if (!found) {
    console.log('No PostgreSQL 15 or newer is installed on this system: module tests ran on the bundled version only.');
    return { passed: 0, failed: 0 };
  }
  console.log(`on PostgreSQL ${found.version} from ${found.bin}`);
  const server = await startSystemPostgres(found);
  try {
    return await vitest('modules', { RIDA_TEST_DATABASE: 'system', RIDA_TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function runJourneys() {
  const config = ['e2e/playwright.config.ts', 'playwright.config.ts'].find((path) => existsSync(join(root, path)));
  if (!config) throw new Error('e2e/playwright.config.ts is missing: no journey can run');
  const chromium = findChromium();
  if (!chromium) throw new Error('No browser: install chromium or Google Chrome, or set RIDA_CHROMIUM to its path.');
  ensureWebBuild();
  console.log(`with ${chromium}`);
  const report = join(reports, 'journeys.json');
  const mayBeEmpty = passThrough.length > 0;
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [
    program,
    'test',
    '--config',
    config,
    '--reporter=list,json',
    ...(mayBeEmpty ? ['--pass-with-no-tests'] : []),
    ...passThrough,
  ];
  const env = {
    ...process.env,
    RIDA_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const { code } = await runProgram(node, args, { env, show: true });
  return playwrightCounts(report, code, { mayBeEmpty });
}
