// What every page has to keep: it fits its screen, and axe-core finds no fault in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 at level AA, with what the earlier versions ask. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** By how many pixels the page can be scrolled sideways. */
export async function sidewaysOf(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

/** The colour of the text, by which light and dark are told apart. */
export async function inkOf(page: Page): Promise<string> {
  return String(await page.evaluate('getComputedStyle(document.body).color'));
}

/**
 * Waits until nothing is being loaded, nothing fades or moves to its place, and two looks in a row find the same page. Compared in the
 * page: the whole of it is long to send.
 */
export async function stillnessOf(page: Page): Promise<void> {
  await page.evaluate('delete globalThis.seenBefore');
  await expect
    .poll(
      () =>
        page.evaluate(`(() => {
          const before = globalThis.seenBefore;
          const moving = document.getAnimations().some((one) => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity);
          globalThis.seenBefore = moving || document.querySelector('[aria-busy=true]') ? undefined : document.body.innerHTML;
          return before !== undefined && before === globalThis.seenBefore;
        })()`),
      { intervals: [120], message: `${page.url()} comes to rest` },
    )
    .toBe(true);
}

/** Each violation as one line: the rule, and the elements that break it. `part`: only there, such as in what covers the page for a moment. */
export function accessibilityFaultsOf(page: Page, part = 'html'): Promise<string[]> {
  return faultsOf(page, { type: 'tag', values: tags }, part);
}

/** At rest, fitting its screen, and without a fault of accessibility. */
export async function expectSound(page: Page): Promise<void> {
  await stillnessOf(page);
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
}

/** Only what depends on the colours. */
export function contrastFaultsOf(page: Page): Promise<string[]> {
  return faultsOf(page, { type: 'rule', values: ['color-contrast'] }, 'html');
}

async function faultsOf(
  page: Page,
  runOnly: { type: 'tag' | 'rule'; values: string[] },
  part: string,
): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(`${axe};void 0`);
  return (await page.evaluate(
    `axe.run(document.querySelector(${JSON.stringify(part)}), { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
        id + ' in ' + html.slice(0, 240) + ': ' + [...any, ...all, ...none].map((one) => one.message).join('; '))))`,
  )) as string[];
}
