// Two projects: `unit` needs nothing but Node; `modules` gets one database server per run, and each worker its own database.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// On a server of one's own, the tests of the bundled server would only repeat themselves, and so would the sample, which verbs write whose tests
// run there, and what becomes of a connection that breaks, which is nothing of the server's version.
const bundledOnly = process.env.RIDA_TEST_DATABASE_URL
  ? [
      'server/platform/db/bundled*.test.ts',
      'server/sample.test.ts',
      'server/database-killed.test.ts',
      'server/database-away.test.ts',
    ]
  : [];

export default defineConfig({
  test: {
    // A test of a module waits for its database as long as it works.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Only to end what hangs: a busy machine takes ten times as long as an idle one.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 90_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{kernel,contract,engine,web,tools,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'modules',
          include: ['server/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...bundledOnly],
          globalSetup: ['server/platform/testing/global-setup.ts'],
          // Each file has a database of its own and nothing is mocked: what modules keep in memory they keep by database and organisation, as in one
          // process of the product. Loading the product anew for every file took a third of the time.
          isolate: false,
        },
      },
    ],
  },
});
