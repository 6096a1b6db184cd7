// The only reader of the environment: about twenty variables, all optional, every fault reported at once.
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const flag = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((text) => ['true', '1', 'yes'].includes(text));
const port = z.coerce.number().int().min(0).max(65535);
const address = z.url({ protocol: /^https?$/ });

/** Name, rule and reason of every variable; `rida doctor` prints this table. */
const variables = {
  /** PostgreSQL 15 or newer of your own; without it the bundled server is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connections that one process may hold to the database for requests and jobs. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** Off where something between us and the database does not know prepared statements. */
  DATABASE_PREPARE: flag.default(true),
  PORT: port.default(7000),
  HOST: z.string().default('127.0.0.1'),
  /** Address that customers and staff see; links in mails start with it. */
  PUBLIC_URL: address.optional(),
  /** Folder for the bundled database and uploaded files. */
  RIDA_DATA: z.string().default('./data'),
  /** At least 32 characters; signs sessions and encrypts stored secrets. Made and kept in the data folder when absent. */
  RIDA_SECRET: z.string().min(32).optional(),
  /** Set when a reverse proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Largest upload in mebibytes. */
  FILE_LIMIT_MB: z.coerce.number().int().min(1).max(1024).default(20),
  S3_ENDPOINT: address.optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_AUTHORIZATION_URL: address.optional(),
  OIDC_TOKEN_URL: address.optional(),
  OIDC_USERINFO_URL: address.optional(),
} as const;

export type Role = 'all' | 'web' | 'worker';

/** What the command line may say over the environment. */
export type ConfigOverrides = { port?: string | undefined; data?: string | undefined; role?: string | undefined };

export type Config = {
  databaseUrl: string | undefined;
  databasePool: number;
  databasePrepare: boolean;
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  secret: string | undefined;
  trustProxy: boolean;
  logLevel: z.infer<(typeof variables)['LOG_LEVEL']>;
  /** bytes */
  fileLimit: number;
  role: Role;
  s3: { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string } | undefined;
  oidc:
    | { clientId: string; clientSecret: string; authorizationUrl: string; tokenUrl: string; userInfoUrl: string }
    | undefined;
};

/** Reads and checks everything once. Throws one StartError that lists every fault. */
export function readConfig(overrides: ConfigOverrides = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(variables)) given[name] = environment[name] || undefined;
  if (overrides.port !== undefined) given['PORT'] = overrides.port;
  if (overrides.data !== undefined) given['RIDA_DATA'] = overrides.data;
  const faults: string[] = [];
  const read = z.object(variables).safeParse(given);
  if (!read.success) for (const issue of read.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  const role = overrides.role ?? 'all';
  if (!['all', 'web', 'worker'].includes(role)) faults.push(`--role: must be all, web or worker, not "${role}"`);
  const env = read.data;
  const s3 = together(given, ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'], faults);
  const oidc = together(
    given,
    ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUTHORIZATION_URL', 'OIDC_TOKEN_URL', 'OIDC_USERINFO_URL'],
    faults,
  );
  if (!env || faults.length > 0) {
    throw new StartError(
      'config.invalid',
      `The settings have ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
      { exitCode: 78 },
    );
  }
  return {
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    databasePrepare: env.DATABASE_PREPARE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(env.RIDA_DATA),
    secret: env.RIDA_SECRET,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    fileLimit: env.FILE_LIMIT_MB * 1024 * 1024,
    role: role as Role,
    s3: s3 && {
      endpoint: s3.S3_ENDPOINT,
      bucket: s3.S3_BUCKET,
      region: env.S3_REGION,
      accessKey: s3.S3_ACCESS_KEY,
      secretKey: s3.S3_SECRET_KEY,
    },
    oidc: oidc && {
      clientId: oidc.OIDC_CLIENT_ID,
      clientSecret: oidc.OIDC_CLIENT_SECRET,
      authorizationUrl: oidc.OIDC_AUTHORIZATION_URL,
      tokenUrl: oidc.OIDC_TOKEN_URL,
      userInfoUrl: oidc.OIDC_USERINFO_URL,
    },
  };
}

/** Variables that only make sense as a set: all or none. */
function together<K extends string>(
  given: Record<string, string | undefined>,
  names: K[],
  faults: string[],
): Record<K, string> | undefined {
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    faults.push(
      `${missing.join(', ')}: missing, needed together with ${names.filter((name) => !missing.includes(name)).join(', ')}`,
    );
  return given as Record<K, string>;
}
