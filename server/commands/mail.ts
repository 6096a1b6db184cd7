// rida mail import: takes in .eml files, each once, and registers their cases.
import { createApp } from '../app.ts';
import { importMails } from '../modules/channels/index.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { StartError } from '../platform/start-error.ts';
import { openDatabase, parse } from './command-line.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function run(argv: string[]): Promise<void> {
  const { values, positionals } = parse(argv, { data: { type: 'string' }, organisation: { type: 'string' } }, true);
  const [action, ...files] = positionals;
  if (action !== 'import' || files.length === 0)
    throw new StartError('command.usage', 'Usage: rida mail import FILES… [--organisation SLUG]', { exitCode: 64 });
  const config = readConfig({ data: values.data, role: 'worker' });
  const database = await openDatabase(config, say, { beside: true });
  try {
    const app = await createApp(config, { databaseUrl: database.url, log: createLog('error'), supervise: false });
    try {
      const organisations = await app.platform.directory.organisations();
      const organisation = values.organisation
        ? organisations.find((one) => one.slug === values.organisation)
        : organisations[0];
      if (!organisation)
        throw new StartError(
          'organisation.unknown',
          values.organisation ? `There is no organisation "${values.organisation}".` : 'Set Rida up first: npm start.',
        );
      if (!values.organisation && organisations.length > 1)
        throw new StartError(
          'organisation.ambiguous',
          `Say which organisation: --organisation ${organisations.map((one) => one.slug).join('|')}`,
        );
      const summary = await importMails(app.platform, { organisationId: organisation.id, files });
      // Cases are registered by jobs; do not wait for a server that may not be running.
      await app.platform.jobs.runDue(app.platform);
      say(
        `${summary.accepted} accepted, ${summary.duplicates} already here, ${summary.ignored} ignored, ${summary.refused} refused`,
      );
      for (const fault of summary.faults) say(`  ${fault.file}: ${fault.reason}`);
    } finally {
      await app.stop();
    }
  } finally {
    await database.stop();
  }
}
