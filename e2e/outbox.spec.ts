// Letters without a mail server: held, hidden from curious eyes, and released the moment a server is set.
import { join } from 'node:path';
import { request, type Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { passwordField } from './world/fields.ts';
import { linkOf, mailsTo } from './world/mailbox.ts';
import { startEmptyProduct, startMailServer, type Product } from './world/server.ts';
import { setUpOrganisation } from './world/set-up.ts';
import { appWords } from './world/words.ts';

const { say, like } = appWords('en', 'customer');
const administrator = { name: 'Ada Post', email: 'ada@example.org', password: 'a-long-password-1405' };
const customer = 'letterless@example.org';

let product: Product;
let mail: { port: number; stop: () => Promise<void> };
test.beforeAll(async () => {
  product = await startEmptyProduct();
  mail = await startMailServer(mailbox());
  const api = await setUpOrganisation({
    address: product.address,
    setupLink: product.setupLink,
    organisation: { name: { en: 'Town Hall' }, slug: 'town', country: 'other', language: 'en' },
    administrator,
  });
  await api.dispose();
});
test.afterAll(async () => {
  await product.stop();
  await mail.stop();
});

function mailbox(): string {
  return join(product.folder, 'mailbox');
}

test('letters wait for a mail server and leave when it is there (en)', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: product.address,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: say('app.email') }).fill(administrator.email);
  await passwordField(page, say('app.password')).fill(administrator.password);
  await page.getByRole('button', { name: say('app.sign-in'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();

  const grant = await test.step('a customer writes; nothing can leave', submit);
  await test.step('the letter is held, and what opens the case is hidden', () => readHeld(page, grant));
  await test.step('the mail server is set', () => setServer(page));
  await test.step('the held letter has left with its link', () => released(page));
  await test.step('a test mail says what went well and what went wrong', () => testMail(page));
});

async function submit(): Promise<string> {
  const anonymous = await request.newContext({
    baseURL: product.address,
    extraHTTPHeaders: { origin: product.address },
  });
  const answer = await anonymous.post('/api/portal/town/cases', {
    data: {
      kind: 'request',
      text: 'A bench for the square, please.',
      name: 'Ben Ward',
      email: customer,
      language: 'en',
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { grant: string }).grant;
}

async function readHeld(page: Page, grant: string): Promise<void> {
  // It is written by a job right after the case is registered.
  const written = async () => (await page.request.get('/api/outgoing-mails')).text();
  await expect.poll(written).toContain(customer);
  await page.goto('/outbox');
  await expect(page.getByRole('link', { name: like('channels.count.held') })).toBeVisible();
  const table = page.getByRole('table', { name: say('channels.outbox') });
  const row = table.getByRole('row').filter({ hasText: customer });
  await expect(row).toContainText(say('channels.state.held'));
  await row.getByRole('button').click();
  const panel = page.getByRole('region', { name: say('channels.mail') });
  await expect(panel.getByText(say('channels.state.held-means'))).toBeVisible();
  await expect(panel.getByText(say('channels.masked'))).toBeVisible();
  await panel.getByText(say('channels.text'), { exact: true }).click();
  await expect(panel.getByText('A bench for the square')).toBeVisible();
  const answers = await written();
  expect(answers).toContain(customer);
  for (const shown of [await page.content(), answers]) {
    expect(shown).not.toContain(grant);
    expect(shown).not.toMatch(/case#[\w-]{16,}/);
  }
  await panel.getByRole('button', { name: say('channels.send-again') }).click();
  await expect(panel.getByRole('alert').filter({ hasText: say('problem.mail.no-server') })).toBeVisible();
  expect(await mailsTo(customer, mailbox())).toEqual([]);
}

async function setServer(page: Page): Promise<void> {
  await page.goto('/settings/mail');
  await expect(page.getByText(say('channels.test-first'))).toBeVisible();
  await fillServer(page, mail.port);
  await expect(page.getByRole('button', { name: say('channels.test-send') })).toBeVisible();
}

async function fillServer(page: Page, port: number): Promise<void> {
  await page.getByRole('textbox', { name: say('channels.host') }).fill('127.0.0.1');
  await page.getByRole('radio', { name: say('channels.security.none') }).check();
  await page.getByRole('textbox', { name: say('channels.port') }).fill(String(port));
  await page.getByRole('textbox', { name: say('channels.from-address') }).fill('post@town.example');
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/mail-settings') && answer.request().method() === 'PUT',
  );
  await page.getByRole('button', { name: say('ui.save') }).click();
  expect((await saved).status()).toBe(200);
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: say('channels.saved') })
      .first(),
  ).toBeVisible();
}

async function released(page: Page): Promise<void> {
  await expect.poll(async () => (await mailsTo(customer, mailbox())).length, { timeout: 60_000 }).toBe(1);
  const [letter] = await mailsTo(customer, mailbox());
  await page.goto('/outbox?state=sent');
  await expect(
    page
      .getByRole('table', { name: say('channels.outbox') })
      .getByRole('row')
      .filter({ hasText: customer }),
  ).toContainText(say('channels.state.sent'));
  await expect(page.getByRole('link', { name: like('channels.count.held') })).toBeHidden();
  await page.goto(linkOf(letter!));
  await expect(page.getByRole('heading', { level: 1, name: 'A bench for the square, please' })).toBeVisible();
}

async function testMail(page: Page): Promise<void> {
  await page.goto('/settings/mail');
  const part = page.getByRole('region', { name: say('channels.test') });
  await part.getByRole('button', { name: say('channels.test-send') }).click();
  await expect(part.getByText(say('channels.test-ok'))).toBeVisible();
  await expect.poll(async () => (await mailsTo(administrator.email, mailbox())).length).toBe(1);
  // Port 9 discards: nobody listens there.
  await fillServer(page, 9);
  await part.getByRole('button', { name: say('channels.test-send') }).click();
  await expect(part.getByText(say('channels.fault.smtp-unreachable'))).toBeVisible();
}
