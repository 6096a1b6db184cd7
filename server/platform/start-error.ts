// A refusal to start that the operator can act on: a stable code, one line of plain English, and the exit code of the process.

/**
 * Thrown by everything that runs before Rida serves: configuration, the database, migrations.
 * The command line prints `message` alone (no stack) and leaves with `exitCode`.
 * Any other error reaching the command line is a bug and is printed with its stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  /** Stable, for scripts and the manual: `database.locked`, `database.disk-full` … */
  readonly code: string;
  /** 78 (EX_CONFIG) when a setting has to change, 75 (EX_TEMPFAIL) when trying again later can help, 1 otherwise. */
  readonly exitCode: number;

  constructor(code: string, message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.exitCode = options.exitCode ?? 1;
  }
}
