// Journeys of people through the started product, in a real browser.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './world/start-product.ts',
  // One more than the cores it was measured on: a journey also waits, such as for the seconds in which a claim can be taken back.
  workers: 3,
  fullyParallel: false,
  retries: 0,
  // Only to end what hangs: a busy machine takes ten times as long as an idle one.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  outputDir: '../test-results',
  use: {
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // A trace takes the page's whole content at every step, which costs as much as the journeys: `--trace retain-on-failure` asks for it.
    trace: 'off',
    launchOptions: {
      // Without a locale of its own a bare machine's browser writes names of files in ASCII.
      env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
      ...(process.env['RIDA_CHROMIUM'] ? { executablePath: process.env['RIDA_CHROMIUM'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
