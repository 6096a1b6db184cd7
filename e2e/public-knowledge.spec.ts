// The public knowledge base: found by another spelling, read and judged without script; met again in the portal's form.
import type { Page } from '@playwright/test';
import { publishArticle, saidOf, type Article } from './world/articles.ts';
import { expect, test } from './world/journey.ts';
import { openOffice, pageAs, phoneOf, post, type Office } from './world/office.ts';
import { accessibilityFaultsOf, contrastFaultsOf, inkOf, sidewaysOf } from './world/page-checks.ts';
import { journeyLanguages, portalWords, publicWords } from './world/words.ts';
import { readWorld } from './world/world.ts';

const stories = {
  ar: {
    department: 'إدارة الحدائق',
    category: 'أشجار الشوارع',
    agent: 'ليلى الحربي',
    head: 'سالم القحطاني',
    title: 'تقليم الأشجار أمام المنازل',
    summary: 'متى تُقلَّم الأشجار، وكيف يُطلب ذلك.',
    body: 'تُقلَّم الأشجار في الخريف. ويُطلب التقليم عبر البوابة.',
    // Another hamza, no article, no vowel marks, and an ending that the text does not have.
    spelling: 'تقليم اشجار',
    matter: 'أرجو إرسال من يقوم بتقليم الأشجار أمام المنازل في شارعنا',
    missing: 'موعد التقليم في حيّنا',
  },
  fa: {
    department: 'ادارهٔ فضای سبز',
    category: 'درختان خیابان',
    agent: 'مریم توکلی',
    head: 'بهرام نیک‌پور',
    title: 'هرس درختان کنار خانه‌ها',
    summary: 'زمان هرس درخت‌ها و شیوهٔ درخواست آن.',
    body: 'درختان در پاییز هرس می‌شوند. درخواست هرس از راه درگاه است.',
    // Arabic letters, and no half-space.
    spelling: 'هرس كنار خانه ها',
    matter: 'لطفاً برای هرس درختان کنار خانه‌ها در کوچهٔ ما کسی را بفرستید',
    missing: 'زمان هرس در محلهٔ ما',
  },
} as const;

// One after the other: the last journeys publish the titles that the first ones look for.
test.describe.configure({ mode: 'default' });

for (const language of ['ar', 'fa'] as const) {
  const story = stories[language];
  const texts = publicWords(language);
  const portal = portalWords(language);

  test(`an answer is found, judged, and saves a case (${language})`, async ({ browser }) => {
    const office = await openOffice(language, story);
    const article = await publishArticle(office, { [language]: story });
    const at = `/portal/${readWorld().slug}/knowledge/${language}`;

    await test.step('without script: another spelling finds it, and it helped', async () => {
      const page = await phoneOf(browser, language, { javaScriptEnabled: false });
      await page.goto(at);
      await page.getByRole('searchbox', { name: texts.say('search.label') }).fill(story.spelling);
      await page.getByRole('button', { name: texts.say('search.button') }).click();
      await page.getByRole('main').getByRole('link', { name: story.title }).click();
      await expect(page.getByRole('heading', { level: 1, name: story.title })).toBeVisible();
      await page.getByRole('button', { name: texts.say('helped.yes') }).click();
      await expect(page.getByText(texts.say('helped.thanks.yes'))).toBeVisible();
      expect(await saidOf(office, article)).toEqual({ helpful: 1, not: 0, missing: [] });
    });

    await test.step('without script: somebody else misses something, and says what', async () => {
      const page = await phoneOf(browser, language, { javaScriptEnabled: false });
      await page.goto(`${at}/articles/${article.number}`);
      await page.getByText(texts.say('helped.no'), { exact: true }).click();
      await page.getByRole('textbox', { name: texts.say('helped.missing') }).fill(story.missing);
      await page.getByRole('button', { name: texts.say('helped.send') }).click();
      await expect(page.getByText(texts.say('helped.thanks.no'))).toBeVisible();
      expect(await saidOf(office, article)).toEqual({ helpful: 1, not: 1, missing: [story.missing] });
    });

    await test.step('in the form: the article is offered while writing, read beside it, and nothing is sent', async () => {
      const page = await phoneOf(browser, language);
      await page.goto(`/portal/${readWorld().slug}/ask`);
      await page.getByRole('textbox', { name: portal.say('submit.text') }).fill(story.matter);
      const offered = page.getByRole('complementary', { name: portal.say('suggest.title') });
      const opening = page.waitForEvent('popup');
      await offered.getByRole('link', { name: story.title }).click();
      await expect((await opening).getByRole('heading', { level: 1, name: story.title })).toBeVisible();
      await offered.getByRole('button', { name: portal.say('suggest.found') }).click();
      await expect(page.getByRole('heading', { level: 1, name: portal.say('suggest.found.title') })).toBeVisible();
      await expect.poll(async () => (await saidOf(office, article)).helpful).toBe(2);
      await page.goto(`/portal/${readWorld().slug}/ask`);
      await expect(page.getByRole('textbox', { name: portal.say('submit.text') })).toHaveValue('');
    });

    await test.step('not answered: the article goes along with what is written', () =>
      writeAbout(browser, office, article, language));
  });

  async function writeAbout(
    browser: Parameters<typeof phoneOf>[0],
    office: Office,
    article: Article,
    reader: 'ar' | 'fa',
  ): Promise<void> {
    const page = await phoneOf(browser, reader);
    await page.goto(`/portal/${readWorld().slug}/knowledge/${reader}/articles/${article.number}`);
    await page.getByRole('link', { name: texts.say('write.link') }).click();
    await expect(page.getByText(portal.say('article.sent'))).toBeVisible();
    await page.getByRole('combobox', { name: portal.say('submit.category') }).selectOption({ label: office.category });
    await page.getByRole('textbox', { name: portal.say('submit.text') }).fill(story.missing);
    await page.getByRole('textbox', { name: portal.say('submit.name'), exact: true }).fill(story.head);
    await page
      .getByRole('textbox', { name: portal.say('submit.email') })
      .fill(`reader-${reader}-${process.pid}@example.org`);
    await page.getByRole('button', { name: portal.say('submit.send') }).click();
    await page.getByRole('link', { name: portal.say('receipt.follow') }).click();
    await expect(page.getByText(story.missing).last()).toBeVisible();
    await expect(page.getByText(`/knowledge/${reader}/articles/${article.number}`).first()).toBeVisible();
  }
}

for (const language of journeyLanguages) {
  test(`the public pages are in order (${language})`, async ({ browser }) => {
    test.setTimeout(300_000);
    const { ar, fa } = stories;
    const english = { title: 'Trimming trees', summary: 'When, and how to ask.', body: 'In autumn.' };
    const office = await openOffice('ar', ar);
    const name = { ar: ar.department, fa: fa.department, en: 'Parks' };
    const topic = await post<{ id: string }>(office.administrator, '/api/knowledge/topics', { name, parentId: null });
    const { number } = await publishArticle(office, { ar, fa, en: english }, topic.id);
    const only = await publishArticle(office, { ar: { ...ar, title: 'ري الأشجار' } }, topic.id);
    const at = `/portal/${readWorld().slug}/knowledge/${language}`;
    const words = encodeURIComponent({ ar, fa, en: english }[language].title);
    const page = await pageAs(browser, readWorld().administrator, language);
    for (const path of [
      '',
      `/topics/${topic.id}`,
      `/articles/${number}`,
      `/articles/${only.number}`,
      `/articles/${number}?thanks=no`,
      `/search?q=${words}`,
      '/search?q=zzzz',
      '/nowhere',
    ])
      await expectInOrder(page, at + path);
  });
}

/** On a desk and a phone; in the dark only the colours change, at once where nothing moves. */
async function expectInOrder(page: Page, path: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    expect(await sidewaysOf(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    expect(await accessibilityFaultsOf(page), `${path} at ${width}`).toEqual([]);
  }
  const light = await inkOf(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await inkOf(page)).not.toBe(light);
  expect(await contrastFaultsOf(page), `${path} in the dark`).toEqual([]);
}
