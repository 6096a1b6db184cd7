// rida doctor: looks at everything an installation depends on, beside a running server or without one, and says what to do.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { probeMailServer } from '../modules/channels/index.ts';
import { createDirectory } from '../modules/organisation/index.ts';
import { currentSecret } from '../platform/backup/place-secret.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { makeSecrets } from '../platform/crypto/secrets.ts';
import { runningBundledUrl } from '../platform/db/bundled.ts';
import { systemPlace } from '../platform/db/bundled-places.ts';
import { connect, type Connection } from '../platform/db/connect.ts';
import { executedMigrations } from '../platform/db/migrate.ts';
import { checkDatabase } from '../platform/doctor/check-database.ts';
import {
  checkBinaries,
  checkCalendars,
  checkDataFolder,
  checkFileStore,
  checkHolder,
  checkNode,
  checkSecret,
  checkWeb,
} from '../platform/doctor/check-machine.ts';
import { fault, lineOf, ok, warning, type Finding } from '../platform/doctor/finding.ts';
import { StartError } from '../platform/start-error.ts';
import { exitOnSignal, openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values } = parse(argv, { data: { type: 'string' } });
  exitOnSignal();
  const config = readConfig({ data: values.data });
  let faults = 0;
  for await (const finding of diagnose(config)) {
    say(lineOf(finding));
    if (finding.state === 'fault') faults += 1;
  }
  if (faults > 0) throw new StartError('doctor.faults', faults === 1 ? 'One fault.' : `${faults} faults.`);
}

/** One finding at a time, so that a check that hangs shows which. */
export async function* diagnose(config: Config): AsyncGenerator<Finding> {
  yield checkNode();
  yield checkCalendars();
  yield checkWeb();
  yield* checkDataFolder(config);
  yield checkHolder(config);
  yield await checkFileStore(config);
  yield checkBinaries(config);
  if (
    !config.databaseUrl &&
    !runningBundledUrl(config.dataDir) &&
    ![join(config.dataDir, 'postgres'), systemPlace(resolve(config.dataDir))].some((folder) => existsSync(folder))
  ) {
    yield checkSecret(config, false);
    yield warning('Database', 'none yet', 'npm start makes it; if there should be one, name its folder with --data.');
    return;
  }
  try {
    const database = await openDatabase(config, () => {}, { beside: true });
    try {
      yield* diagnoseDatabase(config, database.url);
    } finally {
      await database.stop();
    }
  } catch (error) {
    // Refusals to start are written for the operator; anything else is told as it is.
    yield fault('Database', 'cannot be used', error instanceof Error ? error.message : String(error));
  }
}

async function* diagnoseDatabase(config: Config, url: string): AsyncGenerator<Finding> {
  const connection = await connect(url, { max: 2, name: 'rida-doctor' });
  try {
    yield* await checkDatabase(connection);
    const used = (await executedMigrations(connection.db)).length > 0;
    yield checkSecret(config, used);
    if (used) yield* checkMail(config, connection);
  } finally {
    await connection.close();
  }
}

async function* checkMail(config: Config, connection: Connection): AsyncGenerator<Finding> {
  const secrets = makeSecrets((await currentSecret(config)) ?? '');
  const organisations = await createDirectory(connection, secrets).organisations();
  if (organisations.length === 0) yield ok('Organisations', 'none yet; open the set-up link that the start prints');
  for (const { id, slug } of organisations) {
    const { server, fault: why } = await probeMailServer(connection, secrets, id);
    if (server === null)
      yield warning(
        'Mail',
        `${slug}: no mail server is set`,
        'Mails wait in the outbox until one is set in the administration.',
      );
    else if (why === null) yield ok('Mail', `${slug}: ${server} answers`);
    else
      yield fault(
        'Mail',
        `${slug}: ${server}: ${why}`,
        'Check the mail settings in the administration, and that this machine may reach that server.',
      );
  }
}
