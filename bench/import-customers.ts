// Import of customers: a CSV file through the running product, as a person would send it; its trial run and its run, measured each.
import { chmodSync, createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#platform/config.ts';
import { startBundled } from '#platform/db/bundled.ts';
import { createLog } from '#platform/log.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createApp } from '#server/app.ts';
import { nameLists } from './duplicates/labelled-names.ts';
import { round, type Figure } from './figure.ts';
import { processorMsOfFamily } from './processor-time.ts';
import { startServer, type Server } from './server.ts';
import { randomFrom } from './words.ts';

/** The start of the whole product on a machine that has other work. */
const patienceMs = 300_000;

type Say = (line: string) => void;
type View = { id: string; state: string; counts: { done: number; created: number; refused: number; warned: number } };

/** A database and an organisation of its own, both removed afterwards. One row in a thousand has a fault, one in a thousand repeats an id. */
export async function importCustomers(rows: number, say: Say): Promise<Figure[]> {
  const dataDir = join(tmpdir(), `rida-bench-import-${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  chmodSync(dataDir, 0o755);
  const bundled = await startBundled({ dataDir, log: say });
  try {
    const person = await prepare(bundled.url, dataDir);
    const file = join(dataDir, 'customers.csv');
    await pipeline(Readable.from(lines(rows)), createWriteStream(file));
    say(`A file of ${rows} rows, ${Math.round((await stat(file)).size / 1e6)} MB`);
    const environment = { DATABASE_URL: bundled.url, RIDA_DATA: dataDir };
    const server = await startServer(['server/main.ts', 'start'], environment, patienceMs);
    try {
      return await run(server, person, file, rows, () => processorMsOfFamily(bundled.pid));
    } finally {
      await server.stop();
    }
  } finally {
    await bundled.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function prepare(databaseUrl: string, dataDir: string): Promise<{ email: string; password: string }> {
  const config = readConfig({ port: '0', data: dataDir }, {});
  const app = await createApp(config, { databaseUrl, log: createLog('silent'), supervise: false });
  const { administrator } = await buildOrganisation(app.platform, { country: 'SA', language: 'ar', withAccount: true });
  await app.stop();
  return administrator;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** People as unequal as they are: names by how frequent they are, born on any day of sixty years. */
function* lines(rows: number): Generator<string> {
  const random = randomFrom(1);
  const names = nameLists(random);
  yield '\ufeffالاسم,رقم العميل,البريد الإلكتروني,رقم الجوال,تاريخ الميلاد,المدينة,المرحلة,الجنس\r\n';
  for (let row = 1; row <= rows; row += 1) {
    const name = `${names.given('ar').script} ${names.given('ar').script} ${names.family('ar').script}`;
    const id = row % 1_000 === 500 ? row - 1 : row;
    const email = row % 1_000 === 999 ? 'none' : `customer-${row}@example.com`;
    const phone = `05${String(10_000_000 + row).padStart(8, '0')}`;
    const born = `${1375 + Math.floor(random() * 60)}/${twoDigits(1 + Math.floor(random() * 12))}/${twoDigits(1 + Math.floor(random() * 29))}`;
    yield `${name},C-${id},${email},${phone},${born},الرياض,حالي,${row % 2 ? 'ذكر' : 'أنثى'}\r\n`;
  }
}

async function run(
  server: Server,
  { email, password }: { email: string; password: string },
  file: string,
  rows: number,
  databaseCpuMs: () => number | null,
): Promise<Figure[]> {
  const base = `http://127.0.0.1:${server.port}`;
  const signedIn = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${server.port}` },
    body: JSON.stringify({ email, password }),
  });
  if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const call = async (method: string, path: string, more: RequestInit = {}): Promise<View> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      ...more,
      headers: { cookie, 'content-type': 'application/json', ...(more.headers as Record<string, string>) },
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as View;
  };
  const { id } = await call('POST', '/api/import-kinds/customers/imports', {
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
    headers: { 'content-type': 'text/csv', 'x-file-name': 'customers.csv' },
  } as RequestInit);
  const figures: Figure[] = [];
  for (const [verb, ends] of [
    ['check', 'checked'],
    ['start', 'finished'],
  ] as const) {
    const [cpu, databaseCpu] = [server.cpuMs(), databaseCpuMs()];
    const begun = performance.now();
    let view = await call('POST', `/api/imports/${id}/${verb}`, { body: '{}' });
    while (view.state !== ends) {
      if (view.state === 'failed' || view.state === 'described') throw new Error(`the import ended as ${view.state}`);
      await wait(200);
      view = await call('GET', `/api/imports/${id}`);
    }
    const seconds = (performance.now() - begun) / 1000;
    const [spent, databaseSpent] = [server.cpuMs(), databaseCpuMs()];
    const between = (from: number | null, to: number | null): number | null =>
      from === null || to === null ? null : to - from;
    const perRow = (ms: number | null): number | null => (ms === null ? null : round((ms * 1000) / rows));
    figures.push({
      bench: 'import-customers',
      part: verb === 'check' ? 'trial run' : 'run',
      rows,
      rows_per_second: Math.round(rows / seconds),
      seconds: round(seconds),
      created: view.counts.created,
      refused: view.counts.refused,
      cases: 0,
      concurrency: 1,
      per_second: Math.round(rows / seconds),
      // One file is one operation.
      p50_ms: Math.round(seconds * 1000),
      p95_ms: Math.round(seconds * 1000),
      p99_ms: Math.round(seconds * 1000),
      server_cpu_ms_per_op: between(cpu, spent),
      database_cpu_ms_per_op: between(databaseCpu, databaseSpent),
      server_cpu_us_per_row: perRow(between(cpu, spent)),
      database_cpu_us_per_row: perRow(between(databaseCpu, databaseSpent)),
      peak_rss_mb: server.peakRssMb(),
      limit_per_second: null,
      ratio_to_limit: null,
    });
  }
  return figures;
}
