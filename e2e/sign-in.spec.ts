// Signing in and out: a wrong password, a second factor, the devices that are signed in, and ending their sessions.
import { createHmac } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { passwordField } from './world/fields.ts';
import { openOffice, type Colleague } from './world/office.ts';
import { ownAddress } from './world/own-address.ts';
import { appWords } from './world/words.ts';
import { readWorld } from './world/world.ts';

const { say } = appWords('en');

test('a colleague signs in, sets up a second factor, and ends another session (en)', async ({ browser }) => {
  const { agent } = await openOffice('en', {
    department: 'Parking',
    category: 'Permit',
    agent: 'Ivy Brown',
    head: 'Noah Black',
  });
  const page = await strangerIn(browser);

  await test.step('a wrong password is refused in words', async () => {
    await page.goto('/people?view=people');
    await expect(page).toHaveURL(/\/sign-in/);
    await typePassword(page, { ...agent, password: 'not the password' });
    await expect(
      page.getByRole('alert').filter({ hasText: say('problem.auth.invalid-email-or-password') }),
    ).toBeVisible();
  });

  await test.step('the right one opens the page that was asked for', async () => {
    await typePassword(page, agent);
    await expect(page).toHaveURL(/\/people/);
    await expect(page.getByRole('heading', { level: 1, name: say('organisation.people') })).toBeVisible();
  });

  const secret = await test.step('a second factor is set up in the profile', () => setUpSecondFactor(page, agent));

  const second = await strangerIn(browser);
  await test.step('the next sign-in asks for it', async () => {
    await second.goto('/sign-in');
    await typePassword(second, agent);
    await expect(second.getByRole('heading', { level: 1, name: say('app.second-factor') })).toBeVisible();
    await typeCode(second, wrongCode(secret));
    await expect(second.getByRole('alert').filter({ hasText: say('problem.auth.invalid-code') })).toBeVisible();
    await typeCode(second, totp(secret));
    await expect(second.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
  });

  await test.step('the other session is listed and ended', async () => {
    await page.goto('/profile');
    const sessions = page.getByRole('region', { name: say('organisation.sessions') });
    await expect(sessions.getByText(say('organisation.this-device'))).toHaveCount(1);
    const ends = sessions.getByRole('listitem').getByRole('button');
    const before = await ends.count();
    expect(before).toBeGreaterThan(0);
    // Those of the harness and the second browser: each is ended, and none is left.
    for (let left = before; left > 0; left -= 1) {
      await ends.first().click();
      await expect(ends).toHaveCount(left - 1);
    }
    await second.goto('/cases');
    await expect(second).toHaveURL(/\/sign-in/);
  });

  await test.step('signing out closes this one', async () => {
    await page.getByRole('button', { name: appWords('en').like('app.profile-of', { name: agent.name }) }).click();
    await page.getByRole('menuitem', { name: say('app.sign-out') }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto('/cases');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole('textbox', { name: say('app.email') })).toBeVisible();
  });
});

async function strangerIn(browser: Browser): Promise<Page> {
  const { address } = readWorld();
  const context = await browser.newContext({
    baseURL: address,
    extraHTTPHeaders: ownAddress(),
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  await context.addCookies([{ name: 'rida_language', value: 'en', url: address }]);
  return context.newPage();
}

async function typePassword(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: say('app.email') }).fill(who.email);
  await passwordField(page, say('app.password')).fill(who.password);
  await page.getByRole('button', { name: say('app.sign-in'), exact: true }).click();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: say('app.code') }).fill(code);
  await page.getByRole('button', { name: say('app.go-on') }).click();
}

/** Gives the secret that the authenticator app was told. */
async function setUpSecondFactor(page: Page, who: Colleague): Promise<string> {
  await page.goto('/profile');
  const part = page.getByRole('region', { name: say('organisation.second-factor') });
  await expect(part.getByText(say('organisation.factor-off'), { exact: true })).toBeVisible();
  await part.getByRole('button', { name: say('organisation.factor-turn-on') }).click();
  const dialog = page.getByRole('dialog', { name: say('organisation.factor-turn-on') });
  await passwordField(dialog, say('organisation.password-now')).fill(who.password);
  await dialog.getByRole('button', { name: say('organisation.factor-go-on') }).click();
  await expect(dialog.getByRole('img', { name: say('organisation.factor-qr') })).toBeVisible();
  const link = dialog.getByRole('link', { name: say('organisation.factor-open-app') });
  const secret = new URL((await link.getAttribute('href'))!).searchParams.get('secret')!;
  await dialog.getByRole('textbox', { name: say('organisation.factor-code'), exact: true }).fill(totp(secret));
  await dialog.getByRole('button', { name: say('organisation.factor-prove') }).click();
  await expect(dialog.getByText(say('organisation.recovery-hint'))).toBeVisible();
  await dialog.getByRole('button', { name: say('organisation.recovery-kept') }).click();
  await expect(dialog).toBeHidden();
  await expect(part.getByText(say('organisation.factor-on'), { exact: true })).toBeVisible();
  return secret;
}

/** RFC 6238 with its usual values: HMAC-SHA-1, thirty seconds, six digits. */
function totp(secret: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', base32(secret)).update(counter).digest();
  const at = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function wrongCode(secret: string): string {
  return String((Number(totp(secret)) + 500_000) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
