// The customer tree: a version is drafted with a rule, previewed and published, data change, and the drift is approved.
import type { Page } from '@playwright/test';
import { expect, test } from './world/journey.ts';
import { choose, chooseSeveral } from './world/fields.ts';
import { hireAdministrator, openOffice, pageAs, type Office } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { submitCase } from './world/portal-case.ts';
import { appWords } from './world/words.ts';

type Cast = {
  administrator: string;
  names: { department: string; category: string; agent: string; head: string };
  customer: string;
  text: string;
  first: string;
  second: string;
};

const casts: Record<'ar' | 'fa', Cast> = {
  ar: {
    administrator: 'سلمان الحازمي',
    names: { department: 'إدارة المياه', category: 'تسرب ماء', agent: 'هند العتيبي', head: 'تركي المطيري' },
    customer: 'منيرة القرني',
    text: 'الماء يتسرب أمام الدار منذ الصباح',
    first: 'من لهم معاملات كثيرة',
    second: 'من لم يشتكِ قط',
  },
  fa: {
    administrator: 'سیاوش نیک‌پی',
    names: { department: 'ادارهٔ آب', category: 'نشت آب', agent: 'مریم کاظمی', head: 'حسین رستمی' },
    customer: 'پروانه شریفی',
    text: 'آب از صبح جلوی خانه نشت می‌کند',
    first: 'پرپرونده‌ها',
    second: 'هرگز شکایت نکرده‌ها',
  },
};

// There is one tree in the organisation: one journey after the other.
test.describe.configure({ mode: 'serial' });

for (const language of ['ar', 'fa'] as const) {
  test(`a version is drafted, previewed and published, and drift is approved (${language})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const cast = casts[language];
    const { say, within } = appWords(language);
    const office = await openOffice(language, cast.names);
    const page = await pageAs(browser, await hireAdministrator(language, cast.administrator), language);
    await complain(office, cast, language);

    await test.step('the administrator drafts a segment with a rule, and its count is live', async () => {
      await discardAnyDraft(office);
      await page.goto('/customer-tree');
      await page.getByRole('button', { name: say('segment.draft-begin') }).click();
      await expect(page).toHaveURL(/version=draft/);
      await expect(page.getByRole('button', { name: within('segment.version.draft') })).toBeVisible();
      await emptyDraft(office);
      await page.reload();
      await addSegment(page, language, cast.first, 2);
      await addSegment(page, language, cast.second, 0);
      await expectSound(page);
    });

    await test.step('the preview says who moves, and publishing moves them', async () => {
      await page.getByRole('link', { name: say('segment.preview-open') }).click();
      await expect(page.getByText(cast.first).first()).toBeVisible();
      await expect(page.getByRole('list', { name: say('segment.who-moves') }).getByRole('listitem')).not.toHaveCount(0);
      await expectSound(page);
      await page.getByRole('button', { name: say('segment.publish') }).click();
      await expect(page.getByRole('button', { name: within('segment.version.published') })).toBeVisible();
      await page
        .getByRole('navigation', { name: say('segment.tree') })
        .getByText(cast.second)
        .click();
      // Everybody else is there too, and another journey may import thousands: whether this customer is, the last step says.
      await expect(
        page
          .getByRole('region', { name: say('segment.members') })
          .getByRole('link')
          .first(),
      ).toBeVisible();
    });

    await test.step('what a policy for one of the segments costs the others is said before it is published', async () => {
      await page.goto('/settings/service-policies?policy=new');
      await page
        .getByRole('textbox', { name: new RegExp(`^${say('service-policy.name')} `) })
        .first()
        .fill(cast.first);
      await chooseSeveral(page, say('service-policy.condition.categoryIds'), office.category);
      await chooseSeveral(page, say('service-policy.condition.segmentIds'), cast.first);
      await page.getByRole('button', { name: say('service-policy.add'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('service-policy.publish-title') });
      await expect(dialog.getByRole('heading', { name: say('service-policy.cost') })).toBeVisible();
      // One case is too few for numbers that point at nobody.
      await expect(dialog.getByText(within('service-policy.cost-too-few'))).toBeVisible();
      await expect(dialog.getByText(say('service-policy.cost-definition'))).toBeVisible();
      await stillnessOf(page);
      expect(await accessibilityFaultsOf(page)).toEqual([]);
      await dialog.getByRole('button', { name: say('service-policy.publish') }).click();
      await expect(page.getByText(say('service-policy.saved'))).toBeVisible();
    });

    await test.step('changes are to wait for a person', async () => {
      await page.goto('/settings/customer-tree');
      await page.getByRole('radio', { name: say('segment.settings-moves.propose') }).check();
      await page.getByRole('button', { name: say('ui.save') }).click();
      await expect(page.getByText(say('segment.saved'))).toBeVisible();
    });

    await test.step('data change; the drift becomes a proposal, and approved it moves the customer', async () => {
      await complain(office, cast, language);
      await page.goto('/customer-tree');
      await page.getByRole('button', { name: say('segment.more') }).click();
      await page.getByRole('menuitem', { name: say('segment.recompute') }).click();
      await expect(page.getByText(within('segment.drift'))).toBeVisible({ timeout: 30_000 });
      await page.getByRole('link', { name: say('segment.proposals-open') }).click();
      await expect(page.getByRole('link', { name: cast.customer })).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: say('segment.approve') }).click();
      await expect(page.getByText(say('segment.proposal.approved'), { exact: false }).first()).toBeVisible();
      await page.goto('/customer-tree');
      await page
        .getByRole('navigation', { name: say('segment.tree') })
        .getByText(cast.first)
        .click();
      await page.getByRole('link', { name: cast.customer }).first().click();
      const panel = page.getByRole('region', { name: say('segment.of-customer') });
      await expect(panel.getByText(cast.first)).toBeVisible();
      await expect(panel.getByText(cast.second)).toBeVisible();
    });
    await office.administrator.put('/api/segments/settings', { data: { moves: 'at-once' } });
  });
}

/** Pages of a draft are looked at here and not with the others, since an organisation has one draft. */
async function expectSound(page: Page): Promise<void> {
  await stillnessOf(page);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await stillnessOf(page);
  expect(await sidewaysOf(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Whoever has at least so many cases. */
async function addSegment(page: Page, language: 'ar' | 'fa', name: string, cases: number): Promise<void> {
  const { say, within } = appWords(language);
  await page
    .getByRole('button', { name: say('segment.add'), exact: true })
    .first()
    .click();
  const own = language === 'ar' ? 'العربية' : 'فارسی';
  await page.getByRole('textbox', { name: `${say('segment.name')} (${own})` }).fill(name);
  await page.getByRole('button', { name: say('segment.add-condition'), exact: true }).click();
  await choose(page, say('segment.condition-field'), say('segment.field.cases'));
  await page.getByRole('textbox', { name: say('segment.condition-value') }).fill(String(cases));
  await expect(page.getByText(within('segment.count'))).toBeVisible();
  await page
    .getByRole('region', { name: say('segment.add') })
    .getByRole('button', { name: say('segment.add'), exact: true })
    .click();
  await expect(page.getByRole('navigation', { name: say('segment.tree') }).getByText(name)).toBeVisible();
}

async function complain(office: Office, cast: Cast, language: 'ar' | 'fa'): Promise<void> {
  await submitCase(office, {
    language,
    name: cast.customer,
    email: `tree-${language}-${process.pid}@example.org`,
    text: cast.text,
    kind: 'complaint',
  });
}

/** Another journey may have left one. */
async function discardAnyDraft(office: Office): Promise<void> {
  await office.administrator.delete('/api/segments/draft');
}

/** The draft begins with what the journey before published, which would take everybody. */
async function emptyDraft({ administrator }: Office): Promise<void> {
  const { draft } = (await (await administrator.get('/api/segments/tree')).json()) as { draft: number };
  const tree = await administrator.get(`/api/segments/tree?version=${draft}`);
  const { nodes } = (await tree.json()) as { nodes: { id: string; parentId: string | null }[] };
  for (const node of nodes.filter(({ parentId }) => parentId === null))
    await administrator.delete(`/api/segments/draft/nodes/${node.id}`);
}
