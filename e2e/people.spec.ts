// People and units: an invitation accepted in another browser, roles that decide what is shown, the chart by keyboard.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { choose, passwordField } from './world/fields.ts';
import { hireAdministrator, openOffice, pageAs, type Office } from './world/office.ts';
import { ownAddress } from './world/own-address.ts';
import { openPerson } from './world/person-panel.ts';
import { appWords, type JourneyLanguage } from './world/words.ts';
import { readWorld } from './world/world.ts';

type Cast = {
  administrator: string;
  names: { department: string; category: string; agent: string; head: string };
  invited: string;
  unit: string;
  renamed: string;
  position: string;
};

const casts: Record<'ar' | 'en', Cast> = {
  ar: {
    administrator: 'وليد السعدون',
    names: { department: 'إدارة الطرق', category: 'حفرة في الطريق', agent: 'ريم الدوسري', head: 'فهد الشمري' },
    invited: 'نورة الزهراني',
    unit: 'قسم الإنارة',
    renamed: 'قسم الإنارة والأرصفة',
    position: 'مشرف الإنارة',
  },
  en: {
    administrator: 'Walter Sand',
    names: { department: 'Roads', category: 'Hole in the road', agent: 'Rose Grant', head: 'Frank Short' },
    invited: 'Nora Summers',
    unit: 'Lighting section',
    renamed: 'Lighting and pavements',
    position: 'Lighting supervisor',
  },
};
const password = 'a-password-of-nora';
const ownNames: Record<JourneyLanguage, string> = { ar: 'العربية', fa: 'فارسی', en: 'English' };

test.describe.configure({ mode: 'parallel' });

for (const language of ['ar', 'en'] as const) {
  test(`somebody is invited, sees what the roles allow, and leaves (${language})`, async ({ browser }) => {
    const cast = casts[language];
    const email = `nora-${language}-${process.pid}@example.org`;
    const page = await pageAs(browser, await hireAdministrator(language, cast.administrator), language);
    const link = await test.step('the administrator makes an invitation', () =>
      invite(page, { language, name: cast.invited, email }));
    const nora = await browser.newContext({
      baseURL: readWorld().address,
      extraHTTPHeaders: ownAddress(),
      viewport: { width: 1280, height: 900 },
    });
    await nora.addCookies([{ name: 'rida_language', value: language, url: readWorld().address }]);
    const hers = await nora.newPage();
    await test.step('she accepts it in another browser and sees no way to register', () =>
      accept(hers, { language, link, name: cast.invited }));
    await test.step('as an agent she may register', () => promote(page, hers, { language, name: cast.invited }));
    await test.step('deactivated she is signed out', () => deactivate(page, hers, { language, name: cast.invited }));
  });

  test(`units and positions are changed in the list by keyboard (${language})`, async ({ browser }) => {
    const office = await openOffice(language, casts[language].names);
    await changeUnits(browser, { language, office, cast: casts[language] });
  });
}

async function invite(
  page: Page,
  { language, name, email }: { language: JourneyLanguage; name: string; email: string },
): Promise<string> {
  const { say } = appWords(language);
  await page.goto('/people');
  await page.getByRole('button', { name: say('organisation.invite'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('organisation.invite'), exact: true });
  await dialog.getByRole('textbox', { name: say('organisation.name') }).fill(name);
  await dialog.getByRole('textbox', { name: say('organisation.email') }).fill(email);
  await dialog.getByRole('checkbox', { name: say('organisation.role.agent'), exact: true }).uncheck();
  await dialog.getByRole('button', { name: say('organisation.make-link') }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await choose(page, say('organisation.language'), ownNames[language]);
  await dialog.getByRole('checkbox', { name: say('organisation.role.observer'), exact: true }).check();
  await dialog.getByRole('button', { name: say('organisation.make-link') }).click();
  const made = page.getByRole('dialog', { name: say('organisation.invitation-made') });
  const link = await made.getByRole('status', { name: say('organisation.invitation-link') }).textContent();
  await made.getByRole('button', { name: say('organisation.done') }).click();
  return link!;
}

async function accept(
  page: Page,
  { language, link, name }: { language: JourneyLanguage; link: string; name: string },
): Promise<void> {
  const { say } = appWords(language);
  await page.goto(link);
  await expect(page.getByRole('textbox', { name: say('app.your-name') })).toHaveValue(name);
  await passwordField(page, say('app.password')).fill(password);
  await page.getByRole('button', { name: say('app.accept') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('case.title') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('case.register') })).toBeHidden();
  await expect(
    page.getByRole('navigation', { name: say('app.navigation') }).getByRole('link', { name: say('figures.title') }),
  ).toBeVisible();
  await expect(
    page
      .getByRole('navigation', { name: say('app.navigation') })
      .getByRole('link', { name: say('organisation.settings'), exact: true }),
  ).toBeHidden();
  // The link works once.
  await page.goto(link);
  await expect(page.getByRole('alert').filter({ hasText: say('problem.invitation.used') })).toBeVisible();
}

async function promote(
  page: Page,
  hers: Page,
  { language, name }: { language: JourneyLanguage; name: string },
): Promise<void> {
  const { say } = appWords(language);
  const panel = await openPerson(page, { language, name });
  await panel.getByRole('checkbox', { name: say('organisation.role.agent'), exact: true }).check();
  await panel.getByRole('button', { name: say('ui.save') }).click();
  await expect(page.getByRole('alert').filter({ hasText: say('organisation.saved') })).toBeVisible();
  await hers.goto('/cases');
  await expect(hers.getByRole('link', { name: say('case.register') })).toBeVisible();
}

async function deactivate(
  page: Page,
  hers: Page,
  { language, name }: { language: JourneyLanguage; name: string },
): Promise<void> {
  const { say } = appWords(language);
  const panel = page.getByRole('region', { name });
  await panel.getByRole('button', { name: say('organisation.deactivate') }).click();
  const dialog = page.getByRole('dialog', { name: say('organisation.deactivate') });
  await dialog.getByRole('button', { name: say('organisation.deactivate') }).click();
  await expect(panel.getByText(say('organisation.inactive-means'))).toBeVisible();
  await hers.goto('/cases');
  await expect(hers).toHaveURL(/\/sign-in/);
}

async function changeUnits(
  browser: Browser,
  { language, office, cast }: { language: JourneyLanguage; office: Office; cast: Cast },
): Promise<void> {
  const { say, like } = appWords(language);
  const page = await pageAs(browser, await hireAdministrator(language, cast.administrator), language);
  await page.goto('/organisation?view=list');
  const tree = page.getByRole('tree', { name: say('organisation.structure') });
  const unit = tree.getByRole('treeitem', { name: office.department });
  await unit.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: office.department });
  await expect(panel.getByText(office.head.name).first()).toBeVisible();

  await panel.getByRole('button', { name: say('organisation.add-unit-below') }).press('Enter');
  const adding = page.getByRole('dialog', { name: say('organisation.add-unit') });
  await nameField(adding, say('organisation.unit-name'), language).fill(cast.unit);
  await page.keyboard.press('Enter');
  await expect(adding).toBeHidden();

  const below = tree.getByRole('treeitem', { name: cast.unit });
  await expect(below).toHaveAttribute('aria-level', '3');
  await fold(page, unit, language);
  await expect(below).toBeHidden();
  await unfold(page, unit, language);
  await below.focus();
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: cast.unit });
  await section.getByRole('button', { name: say('organisation.change-unit') }).press('Enter');
  const changing = page.getByRole('dialog', { name: say('organisation.change-unit') });
  await nameField(changing, say('organisation.unit-name'), language).fill(cast.renamed);
  await page.keyboard.press('Enter');
  await expect(changing).toBeHidden();
  await expect(tree.getByRole('treeitem', { name: cast.renamed })).toBeVisible();

  const renamed = page.getByRole('region', { name: cast.renamed });
  await renamed.getByRole('button', { name: say('organisation.add-position') }).press('Enter');
  const position = page.getByRole('dialog', { name: say('organisation.add-position') });
  await nameField(position, say('organisation.position-title'), language).fill(cast.position);
  await page.keyboard.press('Enter');
  await expect(tree.getByRole('treeitem', { name: cast.position })).toContainText(say('organisation.vacant'));

  // A unit that holds something is not removed, and the reason is said.
  await renamed.getByRole('button', { name: say('organisation.remove-unit') }).press('Enter');
  const removing = page.getByRole('dialog', { name: say('organisation.remove-unit') });
  await removing.getByRole('button', { name: say('organisation.remove-unit') }).press('Enter');
  await expect(removing.getByRole('alert').filter({ hasText: say('problem.unit.not-empty') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(removing).toBeHidden();
  await renamed
    .getByRole('button', { name: like('organisation.remove-position-of', { title: cast.position }) })
    .press('Enter');
  const vacating = page.getByRole('dialog', { name: say('organisation.remove-position') });
  await vacating.getByRole('button', { name: say('organisation.remove-position') }).press('Enter');
  await expect(tree.getByRole('treeitem', { name: cast.position })).toBeHidden();
}

type Scope = ReturnType<Page['getByRole']>;

function nameField(dialog: Scope, label: string, language: JourneyLanguage): Scope {
  return dialog.getByRole('textbox', { name: `${label} (${ownNames[language]})` });
}

/** The arrow towards the start of the line folds, the other one unfolds; which is which depends on the direction. */
async function fold(page: Page, item: Scope, language: JourneyLanguage): Promise<void> {
  await item.focus();
  await page.keyboard.press(language === 'en' ? 'ArrowLeft' : 'ArrowRight');
  await expect(item).toHaveAttribute('aria-expanded', 'false');
}

async function unfold(page: Page, item: Scope, language: JourneyLanguage): Promise<void> {
  await item.focus();
  await page.keyboard.press(language === 'en' ? 'ArrowRight' : 'ArrowLeft');
  await expect(item).toHaveAttribute('aria-expanded', 'true');
}
