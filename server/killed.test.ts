// kill -9 during intake: whatever was acknowledged is there, repeats make nothing twice, and no mail leaves twice.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateMailSettings } from './modules/channels/update-mail-settings.ts';
import { buildOrganisation } from './modules/organisation/factory.ts';
import { createTestApp, type TestApp } from './platform/testing/test-app.ts';

let app: TestApp;
let smtp: SMTPServer;
let smtpPort: number;
const delivered: string[] = [];

beforeAll(async () => {
  app = await createTestApp();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1];
        // A mail cut off by the kill never reached its end and is not delivered.
        if (messageId) delivered.push(messageId);
        callback();
      });
    },
  });
  smtp.on('error', () => {}); // the killed process breaks its connection off
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', () => done()));
  smtpPort = (smtp.server.address() as { port: number }).port;
});
// One that a failed test leaves behind would keep the whole run waiting for its output.
const servers: ChildProcess[] = [];
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await new Promise<void>((done) => smtp.close(() => done()));
  await app.close();
});

/** The real server on the test's database, as its own process. */
async function startServer(): Promise<{ process: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['server/main.ts', 'start', '--port', '0'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      DATABASE_URL: app.databaseUrl,
      RIDA_DATA: app.dataDir,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  let said = '';
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    const port = /ready at http:\/\/[^:\s]+:(\d+)/.exec(said)?.[1];
    if (port) return { process: server, address: `http://127.0.0.1:${port}` };
  }
  throw new Error(`the server did not start: ${said}`);
}

async function kill(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

test('an acknowledged case survives, a repeated one is the same, a mail leaves once', async () => {
  const { slug, organisationId, run } = await buildOrganisation(app.platform);
  await run((ctx) =>
    updateMailSettings(ctx, {
      host: '127.0.0.1',
      port: smtpPort,
      security: 'none',
      user: null,
      fromAddress: 'service@example.org',
      fromName: null,
    }),
  );
  const acknowledged = new Map<number, string>();
  const submit = async (address: string, index: number): Promise<string> => {
    const answer = await fetch(`${address}/api/portal/${slug}/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `intake-${index}` },
      body: JSON.stringify({
        kind: 'complaint',
        text: `الماء مقطوع ${index}`,
        name: 'منى',
        email: `mona-${index}@example.org`,
        language: 'ar',
      }),
    });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { number: string }).number;
  };

  const wanted = 50;
  let server = await startServer();
  let next = 0;
  const intake = Array.from({ length: 4 }, async () => {
    while (next < wanted) {
      const index = next++;
      try {
        acknowledged.set(index, await submit(server.address, index));
        // In the middle, with requests on their way and mails being sent.
        if (acknowledged.size === 25) await kill(server.process);
      } catch {
        return; // the connection broke: not acknowledged
      }
    }
  });
  await Promise.all(intake);
  expect(acknowledged.size).toBeGreaterThanOrEqual(25);
  expect(acknowledged.size).toBeLessThan(wanted);

  const numbers = async () =>
    (
      await sql<{
        number: string;
      }>`select number from cases where organisation_id = ${organisationId} order by number`.execute(
        app.platform.connection.db,
      )
    ).rows.map((row) => row.number);
  expect(await numbers()).toEqual(expect.arrayContaining([...acknowledged.values()]));

  server = await startServer();
  try {
    // Everybody who got no answer sends again, and some who did.
    for (let index = 0; index < wanted; index += 1) {
      const number = await submit(server.address, index);
      if (acknowledged.has(index)) expect(number).toBe(acknowledged.get(index));
    }
    const all = await numbers();
    expect(all).toHaveLength(wanted);
    expect(all.map((number) => Number(number.split('-')[1]))).toEqual(
      Array.from({ length: wanted }, (_, index) => index + 1),
    );

    // Letters are written and sent by jobs. What the killed process had in hand is still held by it until its heartbeat is
    // missed; everything else runs now.
    const waiting = async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from pgboss.job where state in ('created', 'retry') and data->>'organisationId' = ${organisationId}`.execute(
          app.platform.connection.db,
        )
      ).rows[0]!.n;
    await expect.poll(waiting, { timeout: 60_000, interval: 100 }).toBe(0);
    const letters = async () =>
      (
        await sql<{ state: string; cases: number; n: number }>`
          select state, count(distinct subject_id)::int as cases, count(*)::int as n from outgoing_mails
           where organisation_id = ${organisationId} group by state`.execute(app.platform.connection.db)
      ).rows;
    // The last ones may be in hand.
    const sent = async () => (await letters()).find((row) => row.state === 'sent')?.n ?? 0;
    await expect.poll(sent, { timeout: 60_000, interval: 100 }).toBeGreaterThan(0);
    // One letter a case at most, and none of them delivered twice.
    const rows = await letters();
    for (const { cases, n } of rows) expect(n).toBe(cases);
    expect(rows.reduce((sum, row) => sum + row.n, 0)).toBeLessThanOrEqual(wanted);
    expect(new Set(delivered).size).toBe(delivered.length);
    const counted = await sent();
    expect(delivered.length).toBeGreaterThanOrEqual(counted);
  } finally {
    await kill(server.process);
  }
}, 180_000);
