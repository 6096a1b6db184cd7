// A worker that is killed (SIGKILL) while the mail server already has the mail: it is never sent twice by itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { on } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { letter, startMailServer, useMailServer, type TestMailServer } from './factory.ts';
import { queueMail } from './queue-mail.ts';
import { sendMail } from './send-mail.ts';
import type { ChannelTables } from './tables.ts';

let app: TestApp;
let smtp: TestMailServer;

beforeAll(async () => {
  app = await createTestApp();
  smtp = await startMailServer();
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

const program = `
  const server = ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../..')).href)};
  const [{ createApp }, { readConfig }, { createLog }, { movableClock }] = await Promise.all(['app', 'platform/config', 'platform/log', 'platform/clock'].map((name) => import(server + '/' + name + '.ts')));
  const { url, data, now } = JSON.parse(process.argv.at(-1));
  const app = await createApp(readConfig({ data, role: 'worker' }, {}), { databaseUrl: url, log: createLog('silent'), clock: movableClock(new Date(now)), supervise: false });
  await app.platform.jobs.runDue(app.platform);
  await app.stop();
`;

it('leaves it to a person', { timeout: 300_000 }, async () => {
  const ours = await buildOrganisation(app.platform);
  const { id } = await ours.run(async (ctx) => {
    await useMailServer(ctx, smtp.port);
    return queueMail(ctx, letter());
  });
  const read = () =>
    ours.run((ctx) =>
      on<ChannelTables>(ctx)
        .selectFrom('outgoing_mails')
        .select(['state', 'attempts', 'fault'])
        .where('organisation_id', '=', ctx.organisationId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const given = JSON.stringify({ url: app.databaseUrl, data: app.platform.config.dataDir, now: app.clock.now() });
  const worker = spawn(process.execPath, ['--input-type=module', '-e', program, given], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The whole mail is here, and nothing was answered yet.
  smtp.onArrival = () => void worker.kill('SIGKILL');
  const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  smtp.onArrival = () => {};
  expect(await read()).toEqual({ state: 'sending', attempts: 1, fault: null });

  app.clock.advance(11 * 60_000);
  await app.platform.jobs.runOnce(app.platform, 'mail.recover');
  expect(await read()).toEqual({ state: 'uncertain', attempts: 1, fault: 'interrupted' });
  // After a while the queue gives the killed worker's job to another one; by then the mail is not queued.
  await sendMail(app.platform, ours.organisationId, id);
  await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
  expect(smtp.arrived).toHaveLength(1);
});
