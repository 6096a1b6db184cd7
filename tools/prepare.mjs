// Makes a checkout ready to run on whatever Node is installed: dependencies, the pinned Node, the web build. Fast when nothing is to do.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 18;
const PINNED_MAJOR = 24;
const lockFile = join(root, 'package-lock.json');
const lockStamp = join(root, 'node_modules', '.rida-lock-hash');
const buildStamp = join(root, 'web', 'dist', '.rida-build');
/** Whatever changes the built web; `web/dist` itself is left out. */
const BUILD_INPUTS = ['web', 'contract', 'kernel', 'engine', 'package-lock.json', 'vite.config.ts'];

/** Ends the process with one line that says what to do. */
export function fail(message) {
  console.error(`rida: ${message}`);
  process.exit(1);
}

/** Installs the dependencies unless the installed ones are those of package-lock.json. */
export function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    fail(`this is Node ${process.versions.node}; version ${OLDEST_NODE} or newer is needed: https://nodejs.org`);
  }
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === wanted) return;
  if (!existsSync(lockStamp) && installedAsLocked()) {
    writeFileSync(lockStamp, wanted);
    return;
  }
  console.error('rida: installing dependencies (once, about a minute) …');
  const npm = process.env.npm_execpath;
  // Development packages build the web, and the optional ones are the database and the pinned Node: all are needed.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const ran = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (ran.status !== 0) {
    fail(
      `"npm ci" failed${ran.error ? ` (${ran.error.message})` : ''}. Check the network and the free disk space, then run it yourself to see why.`,
    );
  }
  writeFileSync(lockStamp, wanted);
}

/** Somebody ran `npm ci` by hand: npm's own record of what it installed is compared with the lock, once. */
function installedAsLocked() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const isSame = (path, entry) => installed[path]?.version === entry.version && existsSync(join(root, path));
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || isSame(path, entry) || (entry.optional && !installed[path]),
  );
}

/** Path of the Node the server runs on: the pinned package's, or where there is none (macOS) an installed one that is new enough. */
export function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= PINNED_MAJOR) return process.execPath;
  return fail(
    `no Node ${PINNED_MAJOR} comes with the packages for ${process.platform}-${process.arch}, and this one is ${process.versions.node}. Install Node ${PINNED_MAJOR}: https://nodejs.org`,
  );
}

/** What the web build is made from, as one hash over paths and contents. */
function buildHash() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (name !== 'dist' && name !== 'node_modules') visit(join(path, name));
      }
    } else if (!/\.test\.tsx?$|\.md$/.test(path)) {
      hash.update(`${relative(root, path)}\0${stat.size}\0`).update(readFileSync(path));
    }
  };
  for (const input of BUILD_INPUTS) visit(join(root, input));
  return hash.digest('hex');
}

/** Builds the web when `web/dist` is missing or older than its sources; always when `force`. */
export function ensureWebBuild({ force = false } = {}) {
  // An installed release ships its build without the sources.
  if (!existsSync(join(root, 'web', 'index.html'))) return;
  const wanted = buildHash();
  if (!force && existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  console.error('rida: building the web pages …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const ran = spawnSync(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (ran.status !== 0) fail('the web pages could not be built; the reason is above.');
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/** Less would be enough; without a limit Node lets garbage grow to hundreds of mebibytes on a machine with much memory. */
const MEMORY = '--max-semi-space-size=8 --max-old-space-size=512';

/** Environment of the server: compiled modules are kept between starts, and memory is kept small unless NODE_OPTIONS says otherwise. */
export function serverEnvironment() {
  const { NODE_OPTIONS = '', ...environment } = process.env;
  return {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'rida'),
    ...environment,
    NODE_OPTIONS: `${MEMORY} ${NODE_OPTIONS}`.trim(),
  };
}

/**
 * Runs a program of ours in the foreground and ends as it ends: same exit code, same signal.
 * Ctrl-C in a terminal reaches the child by itself; other signals, and SIGINT without a terminal, are handed on.
 */
export function become(command, args, env = process.env) {
  const hasTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  let child = null;
  // Before the child starts: a Ctrl-C in between must not end this process and leave the child alone.
  process.on('SIGINT', () => void (hasTerminal || child?.kill('SIGINT')));
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child?.kill(signal));
  child = spawn(command, args, { stdio: 'inherit', env });
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`${command} does not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  return child;
}

/** `npm start` stands behind a shell that ends on SIGTERM without handing it on: then we are left alone, and notice it so. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}
