// The environment: what is given, what is assumed, what goes together, and every fault said at once.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, type ConfigOverrides } from './config.ts';
import { StartError } from './start-error.ts';

function refusal(environment: NodeJS.ProcessEnv, overrides: ConfigOverrides = {}): StartError {
  try {
    readConfig(overrides, environment);
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}

const bucket = {
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  S3_BUCKET: 'files',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
};
const provider = {
  OIDC_CLIENT_ID: 'rida',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_AUTHORIZATION_URL: 'https://id.example/authorize',
  OIDC_TOKEN_URL: 'https://id.example/token',
  OIDC_USERINFO_URL: 'https://id.example/userinfo',
};

test('nothing needs to be set; an empty variable is not set', () => {
  const config = readConfig({}, {});
  expect(config).toEqual({
    databaseUrl: undefined,
    databasePool: 12,
    databasePrepare: true,
    port: 7000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:7000',
    dataDir: resolve('./data'),
    secret: undefined,
    trustProxy: false,
    logLevel: 'info',
    fileLimit: 20 * 1024 * 1024,
    role: 'all',
    s3: undefined,
    oidc: undefined,
  });
  expect(readConfig({}, { PORT: '', DATABASE_URL: '', RIDA_SECRET: '', TRUST_PROXY: '', S3_BUCKET: '' })).toEqual(
    config,
  );
});

test('what is set is used, and the command line is stronger', () => {
  const environment = {
    PORT: '8080',
    RIDA_DATA: '/srv/rida',
    PUBLIC_URL: 'https://service.example//',
    TRUST_PROXY: 'yes',
    FILE_LIMIT_MB: '1',
  };
  expect(readConfig({}, environment)).toMatchObject({
    port: 8080,
    dataDir: '/srv/rida',
    publicUrl: 'https://service.example',
    trustProxy: true,
    fileLimit: 1_048_576,
  });
  expect(readConfig({ port: '9090', data: '/tmp/other', role: 'worker' }, environment)).toMatchObject({
    port: 9090,
    dataDir: '/tmp/other',
    role: 'worker',
  });
});

test('a database may be named by host, by socket, and by both spellings', () => {
  for (const url of [
    'postgres://rida@db.example/rida',
    'postgresql://rida:x@127.0.0.1:5433/rida?sslmode=require',
    'postgresql://rida@localhost/rida?host=%2Frun%2Fpostgresql',
  ]) {
    expect(readConfig({}, { DATABASE_URL: url }).databaseUrl).toBe(url);
  }
});

test('every fault is said at once, one line each, by the name of its variable', () => {
  const fault = refusal(
    {
      DATABASE_URL: 'mysql://db',
      DATABASE_POOL: '1',
      PORT: '70000',
      PUBLIC_URL: 'service.example',
      RIDA_SECRET: 'short',
      TRUST_PROXY: 'perhaps',
      LOG_LEVEL: 'loud',
      FILE_LIMIT_MB: 'many',
      S3_BUCKET: 'files',
      OIDC_CLIENT_ID: 'rida',
    },
    { role: 'queen' },
  );
  expect(fault).toMatchObject({ code: 'config.invalid', exitCode: 78 });
  const [first, ...lines] = fault.message.split('\n');
  expect(first).toBe('The settings have 11 fault(s):');
  expect(lines.map((line) => /^ {2}- ([^:]+): ./.exec(line)?.[1])).toEqual([
    'DATABASE_URL',
    'DATABASE_POOL',
    'PORT',
    'PUBLIC_URL',
    'RIDA_SECRET',
    'TRUST_PROXY',
    'LOG_LEVEL',
    'FILE_LIMIT_MB',
    '--role',
    'S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY',
    'OIDC_CLIENT_SECRET, OIDC_AUTHORIZATION_URL, OIDC_TOKEN_URL, OIDC_USERINFO_URL',
  ]);
});

test('a fault never repeats what was given: it may be a secret', () => {
  const { message } = refusal({ RIDA_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@db' });
  expect(message).not.toContain('hunter2');
});

test('variables that belong together are all there or all absent', () => {
  expect(readConfig({}, bucket).s3).toEqual({
    endpoint: bucket.S3_ENDPOINT,
    bucket: 'files',
    region: 'us-east-1',
    accessKey: 'key',
    secretKey: 'secret',
  });
  expect(readConfig({}, provider).oidc).toMatchObject({ clientId: 'rida', userInfoUrl: provider.OIDC_USERINFO_URL });
  for (const set of [bucket, provider]) {
    for (const name of Object.keys(set))
      expect(refusal({ ...set, [name]: '' }).message).toMatch(new RegExp(`- ${name}: missing, needed together with `));
  }
});
