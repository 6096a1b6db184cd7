// A working calendar: an announced holiday is entered and seen in the year with its reason, a Thursday gets a second span, and nothing is lost.
import type { Locator, Page } from '@playwright/test';
import { monthNames, weekdayNames } from '#kernel/calendar/names.ts';
import { countryPacks } from '#kernel/country-packs.ts';
import { choose } from './world/fields.ts';
import { expect, test } from './world/journey.ts';
import { apiAs, hireAdministrator, pageAs, post } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';
import { readWorld } from './world/world.ts';

const casts = {
  ar: { administrator: 'فيصل الدوسري', holiday: 'يوم الأسرة', own: 'العربية', meanwhile: 'أوقات العمل الجديدة' },
  fa: { administrator: 'نسرین کریمی', holiday: 'روز خانواده', own: 'فارسی', meanwhile: 'ساعت کاری تازه' },
} as const;

/** As public feeds are: a day off, a day on which everybody works, and meetings. */
const feed = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//feed//',
  ...[
    'DTSTART;VALUE=DATE:20260311\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Flag Day',
    'DTSTART;VALUE=DATE:20260214\r\nSUMMARY:Valentine',
    'DTSTART;VALUE=DATE:20260105\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Meeting',
  ].map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT`),
  'END:VCALENDAR',
  '',
].join('\r\n');

type Calendar = { id: string; version: number; isDefault: boolean; [field: string]: unknown };

// There is one default calendar in the organisation: one journey after the other.
test.describe.configure({ mode: 'serial' });

for (const language of ['ar', 'fa'] as const) {
  test(`an announced holiday and a second span are kept, and nothing is overwritten (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const cast = casts[language];
    const { say, within } = appWords(language);
    await ordinaryCalendar();
    const page = await pageAs(browser, await hireAdministrator(language, cast.administrator), language);
    // The organisation of the journeys is Saudi, and nobody changed its calendar.
    const month = monthNames[language][countryPacks.SA.calendar][7]!;
    const day = (number: number, rest = '') =>
      page.getByRole('button', { name: new RegExp(`${number} ${month} .*${rest}`) });
    const holiday = `${say('working-calendar.look.holiday')}.*${cast.holiday}`;
    const thursday = page
      .getByRole('region', { name: say('working-calendar.ordinary-week') })
      .getByRole('group', { name: weekdayNames[language][4]!, exact: true });
    const spans = thursday.getByRole('group', { name: within('working-calendar.span-of') });
    const save = page.getByRole('button', { name: say('ui.save') });

    const sendIcs = async (text: string): Promise<void> => {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: say('working-calendar.ics-read') }).click();
      await (await choosing).setFiles({ name: 'feed.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
    };

    await test.step('the administrator opens the default calendar to change it', async () => {
      await page.goto('/settings/working-calendars');
      await page
        .getByRole('list', { name: say('working-calendar.title') })
        .getByRole('button', { name: within('working-calendar.default') })
        .click();
      await page.getByText(say('working-calendar.view.edit'), { exact: true }).click();
      await expect(page).toHaveURL(/view=edit/);
    });

    await test.step('a holiday by the calendar of the reader is in the year at once', async () => {
      await page.getByRole('button', { name: say('working-calendar.add-exception') }).click();
      await page
        .getByRole('textbox', { name: `${say('working-calendar.exception-name')} (${cast.own})` })
        .fill(cast.holiday);
      const first = say('working-calendar.first-day');
      await choose(page, `${first}: ${say('working-calendar.month')}`, month);
      await choose(page, `${first}: ${say('working-calendar.day')}`, '15');
      await expect(day(15, holiday)).toBeVisible();
    });

    await test.step('the announced day is closed instead, and the year says why', async () => {
      await page.getByRole('button', { name: say('working-calendar.add-declared') }).click();
      const announced = page
        .getByRole('group', { name: say('working-calendar.declared') })
        .locator('[data-type="day"]');
      await announced.nth(1).press('ArrowUp');
      await announced.nth(0).press('ArrowUp');
      await expect(day(15, holiday)).toHaveCount(0);
      await day(16, holiday).click();
      const opened = page.getByRole('region', { name: say('working-calendar.opened-day') });
      await expect(opened).toContainText(cast.holiday);
      await expect(opened).toContainText(say('working-calendar.nothing-open'));
    });

    await test.step('of an iCalendar file only what is chosen is taken over', async () => {
      await sendIcs('name,date');
      await expect(page.getByText(say('field.not-ics'))).toBeVisible();
      await sendIcs(feed);
      await expect(page.getByText(say('field.not-ics'))).toBeHidden();
      const dialog = page.getByRole('dialog', { name: say('working-calendar.ics-choose') });
      await expect(dialog.getByText(within('working-calendar.ics-why.recurrence'))).toBeVisible();
      await dialog.getByRole('checkbox', { name: 'Valentine' }).uncheck();
      await stillnessOf(page);
      // The page behind is out of reach, and the dialog lies on some of its fields.
      expect(await accessibilityFaultsOf(page, '[role=dialog]')).toEqual([]);
      await dialog.getByRole('button', { name: say('working-calendar.ics-add') }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Flag Day', { exact: true })).toBeVisible();
      await expect(page.getByText('Valentine')).toHaveCount(0);
    });

    await test.step('what stands first counts: an entry is moved with the keyboard and keeps the focus', async () => {
      const entries = page.locator('[data-row]');
      const last = await entries.last().getAttribute('data-row');
      const place = () => entries.evaluateAll((rows, id) => rows.findIndex((row) => row.dataset['row'] === id), last);
      const up = entries.last().locator('[data-move="up"]');
      await up.focus();
      const before = await place();
      await page.keyboard.press('Enter');
      await expect.poll(place).toBe(before - 1);
      await expect(page.locator(`[data-row="${last}"] button:focus`)).toHaveCount(1);
    });

    await test.step('overlapping spans are refused with the reason at the day', async () => {
      await thursday.getByRole('button', { name: within('working-calendar.add-span') }).click();
      await pressTwice(spans.nth(1), 'ArrowDown');
      await save.click();
      await expect(thursday.getByRole('alert')).toHaveText(say('field.span-overlaps'));
      await expectSound(page);
    });

    await test.step('put right, all of it is kept', async () => {
      await pressTwice(spans.nth(1), 'ArrowUp');
      await save.click();
      await expect(page.getByText(say('working-calendar.saved'))).toBeVisible();
      await page.reload();
      await expect(spans).toHaveCount(2);
      await page.getByText(say('working-calendar.view.year'), { exact: true }).click();
      await expect(day(16, holiday)).toBeVisible();
      await expectSound(page);
    });

    await test.step('what is not saved is not left by a slip', async () => {
      await page.getByText(say('working-calendar.view.edit'), { exact: true }).click();
      await thursday
        .getByRole('button', { name: within('working-calendar.remove-span') })
        .last()
        .click();
      await page
        .getByRole('link', { name: say('case.title') })
        .first()
        .click();
      const question = page.getByRole('dialog', { name: say('ui.leave') });
      await question.getByRole('button', { name: say('ui.cancel') }).click();
      await expect(question).toBeHidden();
      await expect(spans).toHaveCount(1);
    });

    await test.step('what somebody else saved meanwhile is not overwritten unseen', async () => {
      await changeDefault({ name: { [language]: cast.meanwhile } });
      await save.click();
      await expect(page.getByText(say('problem.working-calendar.changed-meanwhile'))).toBeVisible();
      await expect(spans).toHaveCount(1);
      await page.getByRole('button', { name: say('working-calendar.take-theirs') }).click();
      await expect(page.getByRole('textbox', { name: `${say('working-calendar.name')} (${cast.own})` })).toHaveValue(
        cast.meanwhile,
      );
      await expect(spans).toHaveCount(2);
    });
  });
}

/** The default one without what another journey left in it. */
async function ordinaryCalendar(): Promise<void> {
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 480, until: 960 }] : []));
  await changeDefault({ week, exceptions: [], closures: [] });
}

async function changeDefault(change: object): Promise<void> {
  const api = await apiAs(readWorld().administrator);
  const { items } = (await (await api.get('/api/working-calendars')).json()) as { items: Calendar[] };
  const { isDefault: _, changedAt: __, changedBy: ___, ...calendar } = items.find(({ isDefault }) => isDefault)!;
  await post(api, `/api/working-calendars/${calendar.id}`, { ...calendar, ...change }, 'put');
}

/** In the hour from which a span is open. */
async function pressTwice(span: Locator, key: string): Promise<void> {
  const hour = span.locator('[data-type="hour"]').first();
  await hour.press(key);
  await hour.press(key);
}

async function expectSound(page: Page): Promise<void> {
  await stillnessOf(page);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await stillnessOf(page);
  expect(await sidewaysOf(page)).toBe(0);
  expect(await accessibilityFaultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
