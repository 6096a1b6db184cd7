// The `test` of every journey: when it ends, the windows it opened close, so that nobody left over goes on listening and loading.
import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

export const test = base.extend<{ windowsClose: void }>({
  windowsClose: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
