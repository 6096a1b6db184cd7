// A complaint from the customer's phone to the customer's own word: answered, disputed, answered higher, confirmed.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { letterTo, linkOf, type Mail } from './world/mailbox.ts';
import { openOffice, pageAs, phoneOf, type Office } from './world/office.ts';
import { sidewaysOf } from './world/page-checks.ts';
import { appWords, journeyLanguages, portalWords, type JourneyLanguage } from './world/words.ts';
import { readWorld } from './world/world.ts';

type Story = {
  names: { department: string; category: string; agent: string; head: string };
  customer: string;
  complaint: string;
  interim: string;
  answer: string;
  dispute: string;
  higherAnswer: string;
  /** Words that say that nothing is solved, written into a confirmation. */
  contradiction: string;
  comment: string;
};

const stories: Record<JourneyLanguage, Story> = {
  ar: {
    names: { department: 'إدارة المياه', category: 'انقطاع المياه', agent: 'سارة القحطاني', head: 'خالد العتيبي' },
    customer: 'منى الحربي',
    complaint: 'المياه مقطوعة عن حي النرجس منذ ثلاثة أيام\nاتصلت مرتين ولم يحضر أحد.',
    interim: 'وصلت شكواكم إلى فريق الصيانة، وسيزور الموقع اليوم.',
    answer: 'أُصلح الصمام الرئيس في الحي وعاد الضخ الساعة السادسة.',
    dispute: 'لم تصل المياه إلى الطابق الثاني، والضغط ضعيف جدًا.',
    higherAnswer: 'رُفع الضغط في الخط الفرعي، وقيس في الطابق الثاني عند الظهر.',
    contradiction: 'المشكلة ما زالت قائمة ولم تحل',
    comment: 'عادت المياه، شكرًا لكم.',
  },
  fa: {
    names: { department: 'ادارهٔ برق', category: 'قطعی برق', agent: 'نرگس رضایی', head: 'بهرام کاظمی' },
    customer: 'مریم احمدی',
    complaint: 'برق کوچهٔ یاس از دیشب قطع است\nدو بار زنگ زدم و کسی نیامد.',
    interim: 'گزارش شما به گروه تعمیر رسید و امروز به محل می‌آیند.',
    answer: 'فیوز پست برق کوچه تعویض و برق ساعت شش وصل شد.',
    dispute: 'برق طبقهٔ دوم هنوز وصل نشده است.',
    higherAnswer: 'کابل طبقهٔ دوم عوض شد و ولتاژ همان جا اندازه‌گیری شد.',
    contradiction: 'مشکل هنوز باقی است و حل نشده',
    comment: 'برق وصل شد، سپاسگزارم.',
  },
  en: {
    names: { department: 'Street lighting', category: 'Lamp out of order', agent: 'Alice Morgan', head: 'Robert Hale' },
    customer: 'Grace Miller',
    complaint: 'The lamp at 12 Park Road has been dark for a week\nI called twice and nobody came.',
    interim: 'Your report reached the maintenance team; they visit the place today.',
    answer: 'The lamp was replaced and switched on at six.',
    dispute: 'It went dark again after an hour.',
    higherAnswer: 'The cable under the pavement was replaced; the lamp burned all night.',
    contradiction: 'It is still broken and nothing changed',
    comment: 'It shines again, thank you.',
  },
};

test.describe.configure({ mode: 'parallel' });

for (const language of journeyLanguages) {
  test(`a complaint is closed by the customer and by nobody else (${language})`, async ({ browser }) => {
    const story = stories[language];
    const office = await openOffice(language, story.names);
    const email = `customer-${language}-${process.pid}@example.org`;
    const subject = story.complaint.split('\n')[0]!;
    const agentPage = await pageAs(browser, office.agent, language);
    await agentPage.goto('/cases');
    await expect(
      agentPage.getByRole('heading', { level: 1, name: appWords(language).say('case.title') }),
    ).toBeVisible();

    const phone = await phoneOf(browser, language);
    await test.step('the customer complains on a phone', () => complain(phone, { language, story, office, email }));
    await test.step('the agent sees it come in, takes it and answers', () =>
      answerAsAgent(agentPage, { language, story, office, subject }));
    await test.step('the customer disputes the answer', async () => {
      await openLinkOf(phone, await letterTo(email, 'claimed', language));
      await dispute(phone, { language, story });
    });
    await test.step('the case stands with the head, the first clock running on; the agent is refused', async () => {
      await refusedAsDisputed(agentPage, { language, story });
      await answerAsHead(browser, { language, story, office, subject });
    });
    await test.step('the customer is asked about words that contradict, then confirms', async () => {
      await openLinkOf(phone, await letterTo(email, 'claimed', language, 2));
      await confirm(phone, { language, story });
    });
    await test.step('the figures count one confirmed and one disputed', () =>
      readFigures(browser, { language, office }));
  });
}

async function complain(
  phone: Page,
  { language, story, office, email }: { language: JourneyLanguage; story: Story; office: Office; email: string },
): Promise<void> {
  const { say, within } = portalWords(language);
  await phone.goto(`/portal/${readWorld().slug}`);
  await phone.getByRole('link', { name: say('first.complain') }).click();
  await phone.getByRole('combobox', { name: say('submit.category') }).selectOption({ label: office.category });
  await phone.getByRole('textbox', { name: say('submit.text') }).fill(story.complaint);
  await phone.getByRole('textbox', { name: say('submit.name'), exact: true }).fill(story.customer);
  await phone.getByRole('textbox', { name: say('submit.email') }).fill(email);
  await phone.getByRole('button', { name: say('submit.send') }).click();
  await expect(phone.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible();
  await expect(phone.getByText(within('receipt.next.2', { contact: email }))).toBeVisible();
  // Nothing is cut off or scrolled sideways on a small phone.
  expect(await sidewaysOf(phone)).toBe(0);
}

async function answerAsAgent(
  page: Page,
  { language, story, office, subject }: { language: JourneyLanguage; story: Story; office: Office; subject: string },
): Promise<void> {
  const { say, like } = appWords(language);
  // The page was open before and is not loaded again: the case comes by the live stream.
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { level: 2, name: subject })).toBeVisible();
  await expect(
    page.getByRole('region', { name: say('case.timeline') }).getByText(story.complaint.split('\n')[1]!),
  ).toBeVisible();

  const conversation = page.getByRole('region', { name: say('case.conversation'), exact: true });
  await conversation.getByRole('button', { name: say('case.assign'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('case.dialog.assign') });
  await dialog.getByRole('button', { name: say('case.assign.to-me') }).click();
  await expect(dialog).toBeHidden();
  await expect(conversation.getByRole('button', { name: office.agent.name })).toBeVisible();

  await page.getByRole('textbox', { name: say('case.compose.message') }).fill(story.interim);
  await page.getByRole('button', { name: say('case.send.message'), exact: true }).click();
  await expect(page.getByRole('article').filter({ hasText: story.interim })).toBeVisible();

  await claim(page, { language, answer: story.answer, undoFirst: true });
  await page
    .getByRole('navigation', { name: say('case.views') })
    .getByRole('link', { name: say('case.view.claimed') })
    .click();
  await page.getByRole('link', { name: subject }).click();
  await expect(
    page.getByRole('article').filter({ hasText: story.answer }).getByText(like('case.claim.waits')),
  ).toBeVisible();
}

/** Claims a resolution; for six seconds it can be taken back, and what was written is there again. */
async function claim(
  page: Page,
  { language, answer, undoFirst = false }: { language: JourneyLanguage; answer: string; undoFirst?: boolean },
): Promise<void> {
  const { say, within } = appWords(language);
  await page.getByRole('tab', { name: say('case.tab.claim') }).click();
  const text = page.getByRole('textbox', { name: say('case.compose.claim') });
  const button = page.getByRole('button', { name: say('case.send.claim') });
  await text.fill(answer);
  await button.click();
  if (undoFirst) {
    await page.getByRole('button', { name: say('ui.undo') }).click();
    await page.getByRole('tab', { name: say('case.tab.claim') }).click();
    await expect(text).toHaveValue(answer);
    await button.click();
  }
  const held = page.getByRole('alert').filter({ hasText: within('case.claim.held') });
  await expect(held).toBeVisible();
  await expect(held).toBeHidden();
}

async function openLinkOf(phone: Page, mail: Mail): Promise<void> {
  await phone.goto('about:blank');
  await phone.goto(linkOf(mail));
}

async function dispute(phone: Page, { language, story }: { language: JourneyLanguage; story: Story }): Promise<void> {
  const { say } = portalWords(language);
  const answer = phone.getByRole('region', { name: say('answer.title') });
  await expect(answer.getByText(story.answer)).toBeVisible();
  await expect(phone.getByText(say('state.claimed.about'))).toBeVisible();
  // The secret of the link does not stay in the address.
  await expect.poll(() => new URL(phone.url()).hash).toBe('');
  await answer.getByRole('button', { name: say('answer.unsolved.about') }).click();
  await phone.getByRole('textbox', { name: say('answer.reason') }).fill(story.dispute);
  await phone.getByRole('button', { name: say('answer.dispute'), exact: true }).click();
  await expect(phone.getByText(say('answer.disputed'))).toBeVisible();
  const standing = phone.getByRole('region', { name: say('case.standing') });
  await expect(standing.getByText(say('state.disputed'), { exact: true })).toBeVisible();
  await expect(standing.getByText(portalWords(language).within('state.disputed.clock'))).toBeVisible();
}

async function refusedAsDisputed(
  page: Page,
  { language, story }: { language: JourneyLanguage; story: Story },
): Promise<void> {
  const { say } = appWords(language);
  await expect(page.getByRole('article').filter({ hasText: story.dispute })).toBeVisible();
  await claim(page, { language, answer: story.answer });
  await expect(page.getByRole('alert').filter({ hasText: say('problem.case.claimed-before') })).toBeVisible();
}

async function answerAsHead(
  browser: Browser,
  { language, story, office, subject }: { language: JourneyLanguage; story: Story; office: Office; subject: string },
): Promise<void> {
  const { say } = appWords(language);
  const page = await pageAs(browser, office.head, language);
  await page.goto('/cases');
  await page
    .getByRole('navigation', { name: say('case.views') })
    .getByRole('link', { name: say('case.view.mine') })
    .click();
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('article').filter({ hasText: story.dispute })).toContainText(office.head.name);
  const conversation = page.getByRole('region', { name: say('case.conversation'), exact: true });
  await expect(conversation.getByRole('button', { name: office.head.name })).toBeVisible();

  const { registeredAt, disputeLevel } = await caseOf(office, subject);
  expect(disputeLevel).toBe(1);
  const context = page.getByRole('complementary', { name: say('case.context') });
  const firstClock = context.getByRole('definition').filter({ has: page.locator(`time[datetime="${registeredAt}"]`) });
  await expect(firstClock.first()).toBeVisible();
  await expect(context.getByText(say('case.clock.registered'))).toBeVisible();

  await claim(page, { language, answer: story.higherAnswer });
  await page.context().close();
}

async function caseOf(office: Office, subject: string): Promise<{ registeredAt: string; disputeLevel: number }> {
  const answer = await office.administrator.get(
    `/api/cases?unitId=${office.departmentId}&q=${encodeURIComponent(subject)}`,
  );
  const { items } = (await answer.json()) as { items: { registeredAt: string; disputeLevel: number }[] };
  expect(items).toHaveLength(1);
  return items[0]!;
}

async function confirm(phone: Page, { language, story }: { language: JourneyLanguage; story: Story }): Promise<void> {
  const { say } = portalWords(language);
  const answer = phone.getByRole('region', { name: say('answer.title') });
  await expect(answer.getByText(story.higherAnswer)).toBeVisible();
  await answer.getByRole('button', { name: say('answer.solved.about') }).click();
  const comment = phone.getByRole('textbox', { name: say('answer.comment') });
  await comment.fill(story.contradiction);
  await phone.getByRole('button', { name: say('answer.confirm') }).click();
  const asked = phone.getByRole('alertdialog', { name: say('answer.contradiction') });
  await expect(asked).toBeVisible();
  const standing = phone.getByRole('region', { name: say('case.standing') });
  await expect(standing.getByText(say('state.claimed'), { exact: true })).toBeVisible();

  await comment.fill(story.comment);
  await expect(asked).toBeHidden();
  await phone.getByRole('button', { name: say('answer.confirm') }).click();
  await expect(phone.getByText(say('answer.confirmed'))).toBeVisible();
  await expect(standing.getByText(say('state.confirmed'), { exact: true })).toBeVisible();
  await expect(answer).toBeHidden();
}

async function readFigures(
  browser: Browser,
  { language, office }: { language: JourneyLanguage; office: Office },
): Promise<void> {
  const { say } = appWords(language);
  const answer = await office.administrator.get(`/api/figures/cases?unitId=${office.departmentId}`);
  const { claims } = (await answer.json()) as { claims: Record<string, number> };
  expect(claims).toEqual({
    claims: 2,
    confirmed: 1,
    disputed: 1,
    lapsed: 0,
    reported: 0,
    withdrawn: 0,
    closedByAuthority: 0,
    waiting: 0,
  });

  const page = await pageAs(browser, office.head, language);
  await page.goto(`/figures?unitId=${office.departmentId}`);
  await page.getByRole('button', { name: say('figures.as-tables') }).click();
  const ends = page.getByRole('table', { name: say('figures.ends') });
  const one = language === 'fa' ? '۱' : language === 'ar' ? '١' : '1';
  for (const end of ['confirmed', 'disputed'] as const)
    await expect(ends.getByRole('row', { name: say(`figures.end.${end}`) }).getByRole('cell')).toHaveText(
      new RegExp(`^(1|${one})$`),
    );
  await expect(ends.getByRole('row', { name: say('figures.end.lapsed') }).getByRole('cell')).toHaveText(/^[0٠۰]$/);
  await page.context().close();
}
