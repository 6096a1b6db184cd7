// Runs one program of the test run and keeps what it says; nothing here throws.
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';

/** Resolves with exit code (a signal counts as 1), joined output, and seconds. `show` passes the output on while it runs. */
export function runProgram(command, args, { env = process.env, show = false } = {}) {
  const begun = performance.now();
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (code, said = '') => done({ code, output: output + said, seconds: (performance.now() - begun) / 1000 });
    child.on('error', (error) => end(1, error.message));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `ended by ${signal}` : ''));
  });
}
