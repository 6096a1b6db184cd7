// Platform: what a running process has, made once at the start and handed to everything that needs more than a transaction.
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Connection } from './db/connect.ts';
import type { Pulse } from './db/pulse.ts';
import type { Secrets } from './crypto/secrets.ts';
import type { Directory } from './access/directory.ts';
import type { Auth } from './access/auth.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { FileStore } from './files/store.ts';
import type { Log } from './log.ts';
import type { LiveNotifier } from './events/live.ts';
import type { Module } from './module.ts';

export type Platform = {
  readonly config: Config;
  readonly connection: Connection;
  readonly pulse: Pick<Pulse, 'away'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly live: LiveNotifier;
  readonly auth: Auth;
  readonly directory: Directory;
  readonly modules: readonly Module[];
};
