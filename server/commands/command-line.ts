// Options that commands share, and the database they work on: yours by DATABASE_URL or the bundled one.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config } from '../platform/config.ts';
import { runningBundledUrl, startBundled } from '../platform/db/bundled.ts';
import { StartError } from '../platform/start-error.ts';

/** Parses strictly; an unknown option is refused with its name. */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: string[],
  options: T,
  positionals = false,
) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: positionals, strict: true });
  } catch (error) {
    throw new StartError('command.options', (error as Error).message, { exitCode: 64 });
  }
}

export type OpenDatabase = { url: string; bundled: boolean; stop(): Promise<void> };

/** The database of this installation, started when it is the bundled one. `beside`: use the server of a running Rida if there is one. */
export async function openDatabase(
  config: Config,
  say: (line: string) => void,
  options: { beside?: boolean } = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, bundled: false, stop: async () => {} };
  const running = options.beside ? runningBundledUrl(config.dataDir) : undefined;
  if (running) return { url: running, bundled: true, stop: async () => {} };
  const bundled = await startBundled({ dataDir: config.dataDir, log: say });
  return { url: bundled.url, bundled: true, stop: () => bundled.stop() };
}

/** Ctrl-C leaves by the front door, so that what is half done is put away. Call what it returns to stop in another way. */
export function exitOnSignal(): () => void {
  const onInterrupt = (): void => process.exit(130);
  const onTerminate = (): void => process.exit(143);
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onTerminate);
  return () => void process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
}
