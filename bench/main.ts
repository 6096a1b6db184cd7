// `npm run bench -- NAME… [--json] [--database-url URL] [--data DIR] [--cases N] [--customers N] [--rows N] [--records N] [--concurrency N] [--seconds N]`: measures the product.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchDatabase, type BenchDatabase } from './database.ts';
import { customerSearch } from './customer-search.ts';
import { deadlines } from './deadlines.ts';
import { duplicates } from './duplicates/duplicates.ts';
import { engine } from './engine.ts';
import { printer, type Figure } from './figure.ts';
import { importCustomers } from './import-customers.ts';
import { inbox } from './inbox.ts';
import { intake } from './intake.ts';
import type { Load } from './load.ts';
import { openCase } from './open-case.ts';
import { processKills } from './process-kills.ts';
import { processSteps } from './process-steps.ts';
import { retime } from './retime.ts';
import { search } from './search.ts';
import { statistics } from './statistics.ts';
import { startServer, type Server } from './server.ts';
import { start } from './start.ts';
import { timersDue } from './timers.ts';
import { tree } from './tree.ts';

type Bench = (database: BenchDatabase, server: Server, load: Load) => Promise<Figure[]>;

/** With the number of callers that each has when none is said. Intake comes last: it adds cases. */
const benches: Record<string, { run: Bench; concurrency: number }> = {
  inbox: { run: inbox, concurrency: 1 },
  'open-case': { run: openCase, concurrency: 1 },
  search: { run: search, concurrency: 1 },
  'customer-search': { run: customerSearch, concurrency: 1 },
  intake: { run: intake, concurrency: 16 },
};

/** Those that work in this process: no server is started for them. */
const inProcess: Record<string, (database: BenchDatabase) => Promise<Figure[]>> = {
  tree,
  statistics,
  retime,
  'process-steps': processSteps,
  timers: timersDue,
  'process-kills': processKills,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    'database-url': { type: 'string' },
    data: { type: 'string' },
    cases: { type: 'string', default: '100000' },
    customers: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    concurrency: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    records: { type: 'string', default: '100000' },
  },
});

const names =
  positionals.length > 0
    ? positionals
    : ['start', 'deadlines', 'engine', 'duplicates', ...Object.keys(inProcess), ...Object.keys(benches)];
/** Those that make their own database and server. */
const alone = ['start', 'deadlines', 'engine', 'duplicates', 'import-customers'];
const known = [...alone, ...Object.keys(inProcess), ...Object.keys(benches)];
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  process.exit(64);
}

const print = printer(values.json);
const say = (line: string): void => console.error(line);
const cases = whole('cases', values.cases, 100);
const customers = values.customers ? whole('customers', values.customers, 10) : Math.max(10, Math.round(cases / 4));
const seconds = whole('seconds', values.seconds, 1);

if (names.includes('start')) for (const figure of await start()) print(figure);
if (names.includes('deadlines')) for (const figure of deadlines()) print(figure);
if (names.includes('engine')) for (const figure of await engine(seconds)) print(figure);
if (names.includes('import-customers'))
  for (const figure of await importCustomers(whole('rows', values.rows, 1_000), say)) print(figure);
if (names.includes('duplicates')) {
  const records = whole('records', values.records, 1000);
  for (const figure of await duplicates({ databaseUrl: values['database-url'], records, say })) print(figure);
}
if (names.some((name) => benches[name] ?? inProcess[name])) {
  const database = await openBenchDatabase({
    databaseUrl: values['database-url'],
    dataDir: values.data ?? join(tmpdir(), `rida-bench-${cases}${values.customers ? `-${customers}` : ''}`),
    cases,
    customers,
    say,
  });
  try {
    for (const [name, run] of Object.entries(inProcess))
      if (names.includes(name)) for (const figure of await run(database)) print(figure);
    for (const [name, bench] of Object.entries(benches)) {
      if (!names.includes(name)) continue;
      const concurrency = values.concurrency ? whole('concurrency', values.concurrency, 1) : bench.concurrency;
      // A server of its own for each, so that its memory is what this load took.
      const server = await startServer(['server/main.ts', 'start', '--role', 'web'], {
        DATABASE_URL: database.url,
        RIDA_DATA: database.dataDir,
      });
      try {
        for (const figure of await bench.run(database, server, { concurrency, seconds })) print(figure);
      } finally {
        await server.stop();
      }
    }
  } finally {
    await database.close();
  }
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  console.error(`--${name} must be a whole number from ${least} up, not "${text}".`);
  process.exit(64);
}
