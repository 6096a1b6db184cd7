// Budgets of first visits: how much script a page loads until it stands, with an empty cache, as gzip would send it.
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { hireAdministrator, pageAs, phoneOf } from './world/office.ts';
import { stillnessOf } from './world/page-checks.ts';
import { appWords, portalWords } from './world/words.ts';
import { readWorld } from './world/world.ts';

/**
 * In kB of 1000 bytes; measured 2026-11: 261, 288 (the aim of 250 waits for texts to come by module; forms bring zod and react-hook-form) and 25. What a page needs only after a click is loaded by the click:
 * menus and panels through `web/ui/late-overlay.tsx`, pages and dialogs by `lazy`.
 */
const budgets = { inbox: 275, signIn: 300, portal: 40 };

test('the inbox, the sign-in page and the portal keep their budgets of script (ar)', async ({ browser }) => {
  const { say } = appWords('ar');
  const office = await pageAs(browser, await hireAdministrator('ar', 'هدى القرني'), 'ar');
  await expectWithin(budgets.inbox, office, '/cases', say('case.title'));
  await expectWithin(budgets.signIn, await phoneOf(browser, 'ar'), '/sign-in', say('app.sign-in'));
  const portal = `/portal/${readWorld().slug}`;
  await expectWithin(budgets.portal, await phoneOf(browser, 'ar'), portal, portalWords('ar').say('first.title'));
});

async function expectWithin(budget: number, page: Page, path: string, heading: string): Promise<void> {
  const scripts: Promise<{ name: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(weigh(response));
  });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await stillnessOf(page);
  const weighed = (await Promise.all(scripts)).toSorted((a, b) => b.bytes - a.bytes);
  const total = weighed.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const largest = weighed.slice(0, 12).map(({ name, bytes }) => `${(bytes / 1000).toFixed(1)} ${name}`);
  expect(total, `kB of script at ${path}; the largest: ${largest.join(', ')}`).toBeLessThanOrEqual(budget);
  // Nothing counted would keep every budget.
  expect(total).toBeGreaterThan(10);
}

async function weigh(response: { url: () => string; body: () => Promise<Buffer> }) {
  return { name: new URL(response.url()).pathname.split('/').at(-1)!, bytes: gzipSync(await response.body()).length };
}
