// rida start: database, migrations, web server and workers; prints the address and, the first time, the set-up link.
import { createApp } from '../app.ts';
import { setupLink } from '../modules/organisation/index.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { StartError } from '../platform/start-error.ts';
import { exitOnSignal, openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values } = parse(argv, {
    port: { type: 'string' },
    data: { type: 'string' },
    role: { type: 'string' },
    sample: { type: 'boolean', default: false },
  });
  const config = readConfig({ port: values.port, data: values.data, role: values.role });
  const log = createLog(config.logLevel);
  const started = performance.now();
  const stopListening = exitOnSignal();
  const database = await openDatabase(config, say);
  try {
    const app = await createApp(config, { databaseUrl: database.url, log });
    stopListening();
    stopOnSignal(async () => {
      await app.stop();
      await database.stop();
    });
    if (values.sample) await loadSampleOnce(app.platform);
    const { address } = await app.serve().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        throw new StartError('port.in-use', `Port ${config.port} is in use. Choose another with --port.`, {
          exitCode: 75,
        });
      if (error.code === 'EACCES')
        throw new StartError(
          'port.forbidden',
          `Port ${config.port} may not be opened by this user. Choose one above 1023 with --port.`,
        );
      throw error;
    });
    // With --port 0 the system chose the port.
    const shown = (text: string): string =>
      address ? text.replace(/^(https?:\/\/[^/]+):0(?=\/|$)/, `$1:${new URL(address).port}`) : text;
    if (address)
      say(`Rida is ready at ${shown(config.publicUrl)}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    else say('Rida works jobs; no web server in this role.');
    const link = await setupLink(app.platform);
    if (link && address) say(`Set it up here, once: ${shown(link)}`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function loadSampleOnce(platform: Awaited<ReturnType<typeof createApp>>['platform']): Promise<void> {
  if ((await platform.directory.organisations()).length > 0) {
    say('The sample organisation was not loaded: this installation already has an organisation.');
    return;
  }
  const { loadSample } = await import('../sample.ts');
  const sample = await loadSample(platform, { say });
  say(
    `Sample organisation loaded. Sign in as ${sample.administrator.email} with password ${sample.administrator.password}`,
  );
}

/** Whoever stops us may have taken the database away before: then what we wait for does not come. */
const stoppedWithinMs = 60_000;

/** First signal: drain and stop. Second, or after a minute: stop at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say(`\nStopping (${signal}) …`);
    setTimeout(() => {
      process.stderr.write(`rida: not stopped within ${stoppedWithinMs / 1000} seconds, leaving now\n`);
      process.exit(1);
    }, stoppedWithinMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(
          `rida: could not stop cleanly: ${error instanceof Error ? error.message : String(error)}\n`,
        );
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
