// A forgotten password: an administrator hands over a link, and its holder sets a new one, once, and is signed out everywhere else.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { passwordField } from './world/fields.ts';
import { hireAdministrator, openOffice, pageAs, phoneOf, type Colleague } from './world/office.ts';
import { openPerson } from './world/person-panel.ts';
import { appWords } from './world/words.ts';

const { say, like } = appWords('ar');
const newPassword = 'كلمة مرور جديدة ١٤٤٨';

test('a colleague who forgot the password sets a new one by an administrator’s link (ar)', async ({ browser }) => {
  const { agent } = await openOffice('ar', {
    department: 'إدارة المرافق',
    category: 'تسرب مياه',
    agent: 'هند العسيري',
    head: 'صالح المطيري',
  });
  const desk = await pageAs(browser, agent, 'ar');
  await desk.goto('/cases');
  await expect(desk.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
  const administrator = await pageAs(browser, await hireAdministrator('ar', 'منال الحسيني'), 'ar');

  const earlier = await test.step('the administrator makes a link', () => makeLink(administrator, agent));
  const link = await test.step('it got lost on the way: another one is made', () => makeLink(administrator, agent));

  const phone = await phoneOf(browser, 'ar');
  await test.step('the earlier link opens nothing any more', async () => {
    await phone.goto(earlier);
    await expect(phone.getByRole('alert').filter({ hasText: say('problem.password-link.revoked') })).toBeVisible();
    await expect(passwordField(phone, say('app.new-password'))).toBeHidden();
  });
  await test.step('until then the old password works', async () => {
    await desk.reload();
    await expect(desk.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
  });
  await test.step('she opens it on her phone, sets a new password and is in', () =>
    setPassword(phone, { agent, link }));
  await test.step('at the desk she is signed out', async () => {
    await desk.goto('/cases');
    await expect(desk).toHaveURL(/\/sign-in/);
  });
  await test.step('the old password is refused, the new one opens', () => signInAnew(desk, agent));
  await test.step('the link works once', () => openUsed(browser, link));
});

async function makeLink(page: Page, { name, email }: Colleague): Promise<string> {
  const panel = await openPerson(page, { language: 'ar', name });
  await panel.getByRole('button', { name: say('organisation.password-link') }).click();
  const asking = page.getByRole('dialog', { name: say('organisation.password-link') });
  await asking.getByRole('button', { name: say('organisation.make-link') }).click();
  const made = page.getByRole('dialog', { name: say('organisation.password-link-made') });
  await expect(made.getByText(email)).toBeVisible();
  const link = await made.getByRole('status', { name: say('organisation.password-link-label') }).textContent();
  await made.getByRole('button', { name: say('organisation.done') }).click();
  await expect(made).toBeHidden();
  return link!;
}

async function setPassword(phone: Page, { agent, link }: { agent: Colleague; link: string }): Promise<void> {
  await phone.goto(link);
  await expect(phone.getByText(like('app.new-password-purpose', { name: agent.name }))).toBeVisible();
  const field = passwordField(phone, say('app.new-password'));
  await field.fill('قصيرة');
  await phone.getByRole('button', { name: say('app.set-password') }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(newPassword);
  await phone.getByRole('button', { name: say('app.set-password') }).click();
  await expect(phone.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
  await expect(phone.getByRole('button', { name: like('app.profile-of', { name: agent.name }) })).toBeVisible();
}

async function signInAnew(desk: Page, agent: Colleague): Promise<void> {
  await desk.getByRole('textbox', { name: say('app.email') }).fill(agent.email);
  const field = passwordField(desk, say('app.password'));
  await field.fill(agent.password);
  await desk.getByRole('button', { name: say('app.sign-in'), exact: true }).click();
  await expect(
    desk.getByRole('alert').filter({ hasText: say('problem.auth.invalid-email-or-password') }),
  ).toBeVisible();
  await field.fill(newPassword);
  await desk.getByRole('button', { name: say('app.sign-in'), exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
}

async function openUsed(browser: Browser, link: string): Promise<void> {
  const stranger = await phoneOf(browser, 'ar');
  await stranger.goto(link);
  await expect(stranger.getByRole('alert').filter({ hasText: say('problem.password-link.used') })).toBeVisible();
  await expect(stranger.getByRole('button', { name: say('app.set-password') })).toBeHidden();
}
