// Every page, in three languages, light and dark, on a desk and on a phone: no fault that axe can find, nothing cut off sideways.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { draftForm, publishForm } from './world/forms.ts';
import { apiAs, hireAdministrator, openOffice, pageAs, phoneOf, post, type Office } from './world/office.ts';
import { accessibilityFaultsOf, inkOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { submitCase, type Submitted } from './world/portal-case.ts';
import { journeyLanguages, portalWords, type JourneyLanguage } from './world/words.ts';
import { readWorld } from './world/world.ts';

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

const names: Record<
  JourneyLanguage,
  { department: string; category: string; agent: string; head: string; customer: string; text: string }
> = {
  ar: {
    department: 'إدارة الأسواق',
    category: 'نظافة السوق',
    agent: 'أمل الرشيد',
    head: 'ناصر العلي',
    customer: 'جواهر المالكي',
    text: 'السوق مغلق قبل موعده بساعة CX-10482',
  },
  fa: {
    department: 'ادارهٔ بازارها',
    category: 'نظافت بازار',
    agent: 'الهام جعفری',
    head: 'رضا باقری',
    customer: 'زهرا موسوی',
    text: 'بازار یک ساعت زودتر بسته شد CX-10482',
  },
  en: {
    department: 'Markets',
    category: 'Market cleanliness',
    agent: 'Amy Rush',
    head: 'Neil Alder',
    customer: 'Jane Malik',
    text: 'The market closed an hour early CX-10482',
  },
};

test.describe.configure({ mode: 'parallel' });

for (const language of journeyLanguages) {
  test(`the app is in order (${language})`, async ({ browser }) => {
    // Every page, twice, with axe: minutes on an idle machine.
    test.setTimeout(900_000);
    const { office, claimed, disputed } = await someWork(language);
    const page = await pageAs(browser, await hireAdministrator(language, names[language].head), language);
    const { items } = (await (await office.administrator.get('/api/customers?limit=1')).json()) as {
      items: { id: string }[];
    };
    await walk(page, [
      '/cases',
      `/cases?unitId=${office.departmentId}&state=any`,
      `/cases/${claimed.id}`,
      `/cases/${disputed.id}`,
      '/cases/new',
      '/figures',
      `/figures?unitId=${office.departmentId}&view=table`,
      '/customers',
      '/customers?stage=current',
      '/duplicates',
      `/customers/${items[0]!.id}`,
      '/settings/customers',
      '/settings/customers?view=lists',
      '/settings/customers?view=regions',
      '/settings/customers?view=rights',
      '/settings/customers?view=retention',
      '/customer-tree',
      '/customer-tree/proposals',
      '/figures/service-levels',
      ...(await authorityPages(office, language)),
      '/knowledge',
      ...(await knowledgePages(office, language)),
      '/knowledge/to-read',
      '/knowledge/questions',
      '/announcements',
      '/announcements?view=all&announcement=new',
      ...(await processPages(office, language)),
      '/tasks',
      '/tasks?view=hand-offs',
      '/profile',
      '/nothing-here',
    ]);
  });

  test(`settings, files and lists of the app are in order (${language})`, async ({ browser }) => {
    test.setTimeout(900_000);
    const { office } = await someWork(language);
    const page = await pageAs(browser, await hireAdministrator(language, names[language].head), language);
    const importId = await importOf(page);
    await walk(page, [
      '/settings/customer-tree',
      '/settings/working-calendars',
      '/settings/service-policies',
      '/settings/service-policies?policy=new&regime=sa-sama',
      '/settings/service-policies?policy=test',
      '/settings/regimes',
      '/settings/authority',
      ...(await formPages(office)),
      '/settings/regimes?regime=sa-sama',
      ...(await defaultCalendarPages(office)),
      '/reply-templates?template=new',
      '/settings/topics',
      '/organisation?view=chart',
      `/organisation?view=list&unit=${office.departmentId}`,
      '/people',
      '/people?view=invitations',
      '/outbox',
      '/received-mails',
      '/imports',
      '/imports?view=exports',
      '/imports/new',
      `/imports/${importId}`,
      `/imports/${importId}?step=columns`,
      `/imports/${importId}?step=trial`,
      '/settings/organisation',
      '/settings/cases',
      '/settings/categories',
      '/settings/products',
      '/settings/product-categories',
      '/dealers',
      '/customer-statistics',
      '/settings/mail',
      '/settings/api-keys',
      '/settings/sign-ins',
      '/settings/jobs',
    ]);
  });

  test(`the portal and the pages before signing in are in order (${language})`, async ({ browser }) => {
    // Every page, twice, with axe: minutes on an idle machine.
    test.setTimeout(900_000);
    const { office, claimed } = await someWork(language);
    const stranger = await phoneOf(browser, language);
    await walk(stranger, [
      '/sign-in',
      '/setup',
      `/invitation/${await invitationOf(office)}`,
      '/invitation/unknown-link',
      '/password/unknown-link',
    ]);
    await stranger.context().close();

    const customer = await customerOf(browser, language, claimed);
    const { slug } = readWorld();
    await walk(customer, [
      `/portal/${slug}`,
      `/portal/${slug}/ask`,
      `/portal/${slug}/complain`,
      `/portal/${slug}/follow`,
      `/portal/${slug}/receipt/${claimed.number}`,
      `/portal/${slug}/case/${claimed.number}`,
      `/portal/${slug}/nothing-here`,
      '/portal/nobody',
    ]);
    await lookAtQuestion(customer, language, claimed);
  });
}

/** An office with one case that waits for its customer and one that was disputed. */
async function someWork(
  language: JourneyLanguage,
): Promise<{ office: Office; claimed: Submitted; disputed: Submitted }> {
  const { customer, text, ...office } = names[language];
  const made = await openOffice(language, office);
  const agent = await apiAs(made.agent);
  const submit = (part: string) =>
    submitCase(made, { language, name: customer, email: `${part}-${language}-${process.pid}@example.org`, text });
  const [claimed, disputed] = [await submit('claimed'), await submit('disputed')];
  for (const { id } of [claimed, disputed]) {
    await post(agent, `/api/cases/${id}/messages`, { text });
    await post(agent, `/api/cases/${id}/notes`, { text });
    await post(agent, `/api/cases/${id}/resolution`, { answer: text });
  }
  await post(agent, `/api/cases/${disputed.id}/reported-dispute`, { channel: 'phone', reason: text });
  return { office: made, claimed, disputed };
}

async function invitationOf(office: Office): Promise<string> {
  const email = `invited-${process.pid}-${office.departmentId}@example.org`;
  const made = await post<{ link: string }>(office.administrator, '/api/invitations', {
    email,
    name: 'Rida',
    roles: ['observer'],
  });
  return made.link.split('/').at(-1)!;
}

/** A phone that knows the case, as the one it was written on does. */
async function customerOf(browser: Browser, language: JourneyLanguage, { grant }: Submitted): Promise<Page> {
  const page = await phoneOf(browser, language);
  await page.goto(`/portal/${readWorld().slug}/case#${grant}`);
  await expect(page.getByRole('region', { name: portalWords(language).say('answer.title') })).toBeVisible();
  return page;
}

/** The calendar that every organisation begins with, to look at and to change. */
async function defaultCalendarPages({ administrator }: Office): Promise<string[]> {
  const { items } = (await (await administrator.get('/api/working-calendars')).json()) as {
    items: { id: string; isDefault: boolean }[];
  };
  const calendar = items.find(({ isDefault }) => isDefault)!.id;
  return [
    `/settings/working-calendars?calendar=${calendar}&view=year`,
    `/settings/working-calendars?calendar=${calendar}&view=edit`,
  ];
}

/** A draft of a step sheet: to be written, looked at, filed, and with whom it concerns. */
async function knowledgePages({ administrator }: Office, language: JourneyLanguage): Promise<string[]> {
  const { id } = await post<{ id: string }>(administrator, '/api/knowledge/documents', {
    kind: 'step-sheet',
    language,
    title: names[language].text,
  });
  const views = ['read', 'versions', 'readers', 'questions', 'feedback', 'filing'];
  return [`/knowledge/drafts/${id}`, ...views.map((view) => `/knowledge?document=${id}&view=${view}`)];
}

/** A process that was just begun: its catalogue page, its empty diagram, and the page of what runs. */
async function processPages({ administrator, departmentId }: Office, language: JourneyLanguage): Promise<string[]> {
  const { items } = (await (await administrator.get('/api/people?limit=1')).json()) as { items: { id: string }[] };
  const { id } = await post<{ id: string }>(administrator, '/api/process-models', {
    key: `market-${language}-${process.pid}`,
    name: { [language]: names[language].category },
    unitId: departmentId,
    ownerId: items[0]!.id,
  });
  return [
    '/processes',
    '/processes/coverage',
    `/processes/${id}`,
    `/processes/${id}?view=comments`,
    `/processes/${id}/draft`,
    `/processes/${id}/running`,
    `/processes/${id}/migration`,
  ];
}

/** A matrix with one rule, and a decision beyond it of the head, so that lists and figures have something in them. */
async function authorityPages({ administrator, departmentId }: Office, language: JourneyLanguage): Promise<string[]> {
  const key = `accessible.${language}-${process.pid}`;
  const action = await post<{ id: string }>(administrator, '/api/authority/actions', {
    key,
    name: { [language]: names[language].text },
    hasAmount: true,
    onOverrun: 'override',
    splitDays: null,
  });
  await post(administrator, '/api/authority/rules', {
    actionId: action.id,
    positionId: null,
    limit: { minor: 1_000_000, currency: 'SAR' },
    scope: 'named-unit',
    unitId: departmentId,
    from: '2026-01-01',
    until: null,
  });
  await post(administrator, '/api/authority/decisions', {
    action: key,
    amount: { minor: 2_000_000, currency: 'SAR' },
    unitId: departmentId,
    reference: `AX-${language}-${process.pid}`,
    requestedBy: null,
    reason: names[language].text,
  });
  return [
    '/authority',
    '/authority?view=test',
    '/authority/delegations',
    '/authority/delegations?view=all',
    '/authority/findings?period=12-months',
    '/authority/findings?view=mine',
    '/authority/findings?view=people',
  ];
}

/** A form with a draft, faults and all, and one in use. */
async function formPages({ administrator }: Office): Promise<string[]> {
  const draft = await draftForm(administrator, [
    { key: 'a', label: {} },
    { key: 'meter', type: 'yes-no' },
  ]);
  const used = await publishForm(administrator, [{ key: 'account', required: true }]);
  return ['/settings/forms', `/settings/forms/${draft}`, `/settings/forms/${used}`];
}

/** A file that waits for somebody to say what its columns mean. */
async function importOf(page: Page): Promise<string> {
  const answer = await page.request.post('/api/import-kinds/customers/imports', {
    headers: { 'content-type': 'text/csv', 'x-file-name': 'customers.csv', origin: readWorld().address },
    data: Buffer.from('الاسم,رقم العميل,تاريخ الميلاد\nسارة,A-1,1410/05/10\n'),
  });
  return ((await answer.json()) as { id: string }).id;
}

/** As a person goes: from one address of the app to another without loading it anew. */
async function walk(page: Page, paths: readonly string[]): Promise<void> {
  let within = false;
  for (const path of paths) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.setViewportSize(desk);
    // The app's router answers when the page and what it needs have come.
    if (within && inApp(path)) {
      await page.evaluate(`__TSR_ROUTER__.navigate({ href: ${JSON.stringify(path)} })`);
      await expect(page).toHaveURL((url) => url.pathname === path.split('?')[0]);
    } else await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lookAt(page, path);
    within = inApp(path);
  }
}

const inApp = (path: string): boolean => /^\/(?!portal|sign-in|setup|invitation|password)./.test(path);

/**
 * All that axe asks, where the languages differ for it: in Arabic wide in light and narrow in dark, in English the other two of the four. Persian has the
 * shape of Arabic, and no text of it is missing (the check of translations): there the portal alone is asked, whose words are apart. Whether a
 * page fits its screen depends on the words, so it is asked everywhere.
 */
async function lookAt(page: Page, path: string): Promise<void> {
  const language = await page.getAttribute('html', 'lang');
  for (const size of [desk, phone]) {
    const where = `${path} at ${size.width}`;
    await page.setViewportSize(size);
    await stillnessOf(page);
    expect(await sidewaysOf(page), `${where} scrolls sideways`).toBe(0);
    if (language === 'fa' && (size === desk || inApp(path))) continue;
    const look = (size === desk) === (language === 'en') ? 'dark' : 'light';
    await wear(page, look, where);
    // A part that takes its colour from the look by script follows a moment later.
    await expect.poll(() => accessibilityFaultsOf(page), { message: `${where}, ${look}` }).toEqual([]);
  }
}

async function wear(page: Page, look: 'light' | 'dark', where: string): Promise<void> {
  if (await page.evaluate(`matchMedia('(prefers-color-scheme: ${look})').matches`)) return;
  const ink = await inkOf(page);
  await page.emulateMedia({ colorScheme: look });
  await expect.poll(() => inkOf(page), { message: `${where} has two looks` }).not.toBe(ink);
}

async function lookAtQuestion(page: Page, language: JourneyLanguage, { number }: Submitted): Promise<void> {
  const { say } = portalWords(language);
  const path = `/portal/${readWorld().slug}/case/${number}`;
  for (const choice of ['answer.solved.about', 'answer.unsolved.about'] as const) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(desk);
    await page.goto(path);
    await page.getByRole('button', { name: say(choice) }).click();
    await lookAt(page, `${path} with "${say(choice)}"`);
  }
}
