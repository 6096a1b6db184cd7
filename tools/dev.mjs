// `npm run dev`: the server, restarted at every change, and Vite's development server in front of it (which proxies /api).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, pinnedNode, root, serverEnvironment } from './prepare.mjs';

ensureDependencies();
const node = pinnedNode();
const watch = [
  '--watch',
  '--watch-preserve-output',
  join(root, 'server', 'main.ts'),
  'start',
  ...process.argv.slice(2),
];
const children = [
  spawn(node, watch, { stdio: 'inherit', cwd: root, env: serverEnvironment() }),
  spawn(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js')], { stdio: 'inherit', cwd: root }),
];

// The server needs its time to stop the database: ask once, and leave when both have gone.
let running = children.length;
let exitCode = 0;
const hasTerminal = process.stdin.isTTY || process.stdout.isTTY;
const ask = (signal) => children.forEach((child) => child.exitCode === null && child.kill(signal));
process.on('SIGINT', () => void (hasTerminal || ask('SIGINT')));
process.on('SIGTERM', () => ask('SIGTERM'));
for (const child of children) {
  child.on('exit', (code) => {
    exitCode ||= code ?? 0;
    if (--running === 0) process.exit(exitCode);
    else ask('SIGTERM');
  });
}
