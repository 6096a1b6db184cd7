// The record of a customer: a field is defined, the record filled in and filtered by, related, what is not granted is hidden, and in the end it is erased.
import { expect, test } from './world/journey.ts';
import { apiAs, hireAdministrator, pageAs, post } from './world/office.ts';
import { appWords } from './world/words.ts';

const people = {
  ar: {
    admin: 'منى السالم',
    customer: 'شهد القحطاني',
    other: 'مؤسسة النور',
    field: 'مستوى الولاء',
  },
  fa: {
    admin: 'مینا سالمی',
    customer: 'شیدا قاسمی',
    other: 'شرکت نور',
    field: 'سطح وفاداری',
  },
} as const;

for (const language of ['ar', 'fa'] as const) {
  test(`a record is filled in, filtered by, related and kept from a program that may not see it (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const { say } = appWords(language);
    const names = people[language];
    const tag = `${names.customer} ${process.pid}`;
    const administrator = await hireAdministrator(language, names.admin);
    const api = await apiAs(administrator);
    const { id } = await post<{ id: string }>(api, '/api/customers', {
      name: tag,
      email: `record-${language}-${process.pid}@example.org`,
    });
    await post(api, '/api/customers', { name: `${names.other} ${process.pid}`, kind: 'company' });
    const page = await pageAs(browser, administrator, language);

    await test.step('a field is defined', async () => {
      await page.goto('/settings/customers');
      await page
        .getByRole('button', { name: say('customer.add-field') })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill(names.field);
      await dialog.getByRole('textbox', { name: say('customer.field-key') }).fill(`level-${language}`);
      await dialog.getByRole('button', { name: say('customer.add-field') }).click();
      await expect(page.getByRole('button', { name: names.field, exact: true })).toBeVisible();
    });

    await test.step('the record is filled in', async () => {
      await page.goto(`/customers/${id}`);
      await page.getByRole('button', { name: say('customer.change') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say('customer.section.own') }).click();
      await dialog.getByRole('textbox', { name: names.field }).fill(`gold-${process.pid}`);
      await dialog.getByRole('button', { name: say('ui.save') }).click();
      await expect(page.getByText(`gold-${process.pid}`)).toBeVisible();
    });

    await test.step('the list is filtered by it, from the address', async () => {
      await page.goto(`/customers?f.level-${language}=gold-${process.pid}`);
      await expect(page.getByRole('row').filter({ hasText: tag })).toBeVisible();
      await expect(page.getByRole('row')).toHaveCount(2);
    });

    await test.step('it is related with a company', async () => {
      await page.goto(`/customers/${id}`);
      await page.getByRole('button', { name: say('customer.add-relation') }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('combobox', { name: say('customer.relation-other') })
        .fill(`${names.other} ${process.pid}`);
      await page.getByRole('option', { name: names.other }).click();
      await dialog.getByRole('button', { name: say('customer.add-relation') }).click();
      await expect(page.getByRole('link', { name: names.other })).toBeVisible();
      const timeline = page.getByRole('region', { name: say('customer.timeline') }).first();
      await expect(timeline.getByText(say('customer.event.customer.related'))).toBeVisible();
    });

    await test.step('a program that may not see addresses gets none, and is told so', async () => {
      await page.goto('/settings/customers?view=rights');
      const keys = page.getByRole('region', { name: say('customer.role.api-key') });
      const see = keys.getByRole('checkbox', {
        name: `${say('customer.right.read')}: ${say('customer.class.contact')}`,
      });
      if (await see.isChecked()) {
        await see.uncheck();
        await page.getByRole('button', { name: say('ui.save') }).click();
        await expect(page.getByRole('button', { name: say('ui.save') })).toHaveCount(0);
      }
      const { secret } = await post<{ secret: string }>(api, '/api/api-keys', {
        name: tag,
        scopes: ['customers:read'],
      });
      const answer = await page.request.get(`/api/customers/${id}`, { headers: { authorization: `Bearer ${secret}` } });
      expect(await answer.json()).toMatchObject({ name: tag, contactPoints: [], hidden: ['contact'] });
    });

    await test.step('its personal data are erased after the name was typed', async () => {
      await page.goto(`/customers/${id}`);
      await page.getByRole('button', { name: say('customer.erase') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(tag);
      await dialog.getByRole('button', { name: say('customer.erase') }).click();
      await expect(page.getByText(say('customer.erased'))).toBeVisible();
      await expect(page.getByText(tag)).toHaveCount(0);
    });
  });
}
