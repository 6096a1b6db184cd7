// Starts the real server on a folder of its own, and the mail server that keeps what it is given.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { freePort } from '#platform/testing/free-port.ts';

const root = join(import.meta.dirname, '../..');

export type Product = {
  address: string;
  folder: string;
  dataDir: string;
  /** Where the first administrator sets the product up. */
  setupLink: string;
  stop: () => Promise<void>;
};

/** An empty folder and the product started on it; `stop` removes both. */
export async function startEmptyProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-journeys-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const dataDir = join(folder, 'data');
  const { process: server, setupLink } = await startServer(dataDir, port, address);
  return {
    address,
    folder,
    dataDir,
    setupLink,
    stop: async () => {
      await stop(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts `server/main.ts start` and waits for the line that says it is ready. */
async function startServer(
  dataDir: string,
  port: number,
  address: string,
): Promise<{ process: ChildProcess; setupLink: string }> {
  const server = spawn(process.execPath, ['server/main.ts', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      RIDA_DATA: dataDir,
      PUBLIC_URL: address,
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      // The journeys stand where a reverse proxy would: see own-address.ts.
      TRUST_PROXY: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const setupLink = await new Promise<string>((done, failed) => {
    const deadline = setTimeout(() => failed(new Error(`the product did not start:\n${said}`)), 180_000);
    server.once('exit', (code) => failed(new Error(`the product ended with ${code}:\n${said}`)));
    server.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const link = /https?:\S+\/setup\?token=\S+/.exec(said)?.[0];
      if (link) {
        clearTimeout(deadline);
        done(link);
      }
    });
  });
  return { process: server, setupLink };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await new Promise((done) => server.once('exit', done));
}

/** Keeps every mail as a file in `mailbox`; never relays. */
export async function startMailServer(mailbox: string): Promise<{ port: number; stop: () => Promise<void> }> {
  mkdirSync(mailbox, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        count += 1;
        writeFileSync(join(mailbox, `${String(count).padStart(6, '0')}.eml`), Buffer.concat(chunks));
        callback();
      });
    },
  });
  server.on('error', () => {}); // a connection that breaks off is the product's affair
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as AddressInfo;
  return { port, stop: () => new Promise<void>((done) => server.close(() => done())) };
}
