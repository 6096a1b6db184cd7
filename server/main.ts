// The command line: start · migrate · mail import · backup · restore · doctor. Each command is a file in commands/.
import { StartError } from './platform/start-error.ts';

const commands: Record<string, { summary: string; load: () => Promise<{ run(argv: string[]): Promise<void> }> }> = {
  start: {
    summary: 'start [--port N] [--data DIR] [--sample] [--role all|web|worker]   serve the product',
    load: () => import('./commands/start.ts'),
  },
  migrate: {
    summary: 'migrate [--data DIR]                                           bring the database to this version',
    load: () => import('./commands/migrate.ts'),
  },
  mail: {
    summary: 'mail import FILES… [--organisation SLUG]                       take in .eml files',
    load: () => import('./commands/mail.ts'),
  },
  backup: {
    summary: 'backup FILE [--data DIR] [--no-verify]                         write a verified backup while running',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    summary: 'restore FILE [--data DIR] [--check]                            bring a backup back, or only check it',
    load: () => import('./commands/restore.ts'),
  },
  doctor: {
    summary:
      'doctor [--data DIR]                                            check this installation and say what to do',
    load: () => import('./commands/doctor.ts'),
  },
};

const usage = `rida COMMAND\n\n${Object.values(commands)
  .map((command) => `  rida ${command.summary}`)
  .join('\n')}\n`;

async function main(argv: string[]): Promise<void> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(usage);
    return;
  }
  const command = commands[name];
  if (!command) throw new StartError('command.unknown', `There is no command "${name}".\n\n${usage}`, { exitCode: 64 });
  await (await command.load()).run(rest);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // Expected refusals are one line for the operator; anything else is a bug and keeps its stack.
  process.stderr.write(
    error instanceof StartError
      ? `rida: ${error.message}\n`
      : `rida: unexpected fault\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(error instanceof StartError ? error.exitCode : 1);
});
