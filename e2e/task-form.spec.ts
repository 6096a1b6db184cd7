// A task with a form: filled in on a phone, refused at its field, kept through a reload, delegated, completed beyond authority with a reason, read again.
import { around } from '#engine/testing/process-xml.ts';
import { publishForm } from './world/forms.ts';
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

const cast = {
  department: 'شعبة التعويضات',
  category: 'تعويضات',
  agent: 'نوف الدوسري',
  head: 'ماجد العتيبي',
  task: 'البت في التعويض',
  serial: 'الرقم التسلسلي',
  cost: 'المبلغ',
  note: 'أُرفقت الفاتورة في الملف الورقي',
  reason: 'أُقرّ بالهاتف من المدير',
};
const { say, within } = appWords('ar');

test('a task is completed by its form, on a phone and by whoever it was delegated to (ar)', async ({ browser }) => {
  test.setTimeout(240_000);
  const office = await openOffice('ar', cast);
  const key = `refund.form-${process.pid}`;
  const action = await post<{ id: string }>(office.administrator, '/api/authority/actions', {
    key,
    name: { ar: `${cast.task} ${process.pid}` },
    hasAmount: true,
    onOverrun: 'override',
    splitDays: null,
  });
  await post(office.administrator, '/api/authority/rules', {
    actionId: action.id,
    positionId: null,
    limit: { minor: 1_000_000, currency: 'SAR' },
    scope: 'own-unit',
    unitId: null,
    from: '2026-01-01',
    until: null,
  });
  const formId = await publishForm(office.administrator, [
    { key: 'serial', label: { ar: cast.serial }, required: true, pattern: 'digits' },
    { key: 'cost', type: 'amount', currency: 'SAR', label: { ar: cast.cost }, required: true },
  ]);
  const form = (await (await office.administrator.get(`/api/forms/${formId}`)).json()) as { key: string };
  const head = await apiAs(office.head);
  const { person } = (await (await head.get('/api/session')).json()) as { person: { id: string } };
  const model = await post<{ id: string; key: string }>(head, '/api/process-models', {
    key: `refund-${process.pid}`,
    name: { ar: cast.task },
    unitId: office.departmentId,
    ownerId: person.id,
    xml: around(
      'A',
      `<bpmn:userTask id="A" name="${cast.task}" rida:unit="${office.departmentId}" rida:form="${form.key}"><bpmn:extensionElements><rida:authority action="${key}" amount="cost" /></bpmn:extensionElements></bpmn:userTask>`,
    ),
  });
  await post(head, `/api/process-models/${model.id}/versions`, { revision: 1, note: null });
  await post(office.administrator, '/api/process-instances', { modelKey: model.key, variables: { cost: 12_000 } });

  const phone = await pageAs(browser, office.agent, 'ar');
  await phone.setViewportSize({ width: 360, height: 740 });
  const dialog = phone.getByRole('dialog', { name: say('task.complete') });
  const serial = dialog.getByRole('textbox', { name: cast.serial });
  const complete = { name: say('task.complete'), exact: true };

  await test.step('the agent takes it on a phone; a wrong answer is refused at its field', async () => {
    await phone.goto('/tasks?view=units');
    await phone.getByRole('button', { name: cast.task }).click();
    await expect(phone.getByRole('region', { name: say('task.form-asks') }).getByText(cast.serial)).toBeVisible();
    await phone.getByRole('button', { name: say('task.claim'), exact: true }).click();
    await phone.getByRole('button', complete).click();
    // What the process knew stands there already, in the reader's digits.
    await expect(dialog.getByRole('textbox', { name: cast.cost })).not.toHaveValue('');
    await serial.fill('لا أدري');
    await dialog.getByRole('button', complete).click();
    await expect(serial).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByRole('alert').getByRole('button', { name: cast.serial })).toBeVisible();
    await stillnessOf(phone);
    expect(await sidewaysOf(phone)).toBe(0);
    expect(await accessibilityFaultsOf(phone)).toEqual([]);
  });

  await test.step('what was entered survives a reload', async () => {
    await serial.fill('٤٥٦');
    await phone.reload();
    await phone.getByRole('button', complete).click();
    await expect(serial).toHaveValue(/^(?:٤٥٦|456)$/);
    await expect(dialog.getByText(say('task.form-restored'))).toBeVisible();
    await dialog.getByRole('button', { name: say('ui.close') }).click();
  });

  await test.step('it is delegated to the head, with a note', async () => {
    await phone.getByRole('button', { name: say('task.delegate'), exact: true }).click();
    const giving = phone.getByRole('dialog', { name: say('task.delegate') });
    await giving.getByRole('combobox', { name: say('task.to-whom') }).fill(cast.head);
    await phone.getByRole('option', { name: cast.head }).click();
    await giving.getByRole('textbox', { name: say('task.delegate-note') }).fill(cast.note);
    await giving.getByRole('button', { name: say('task.delegate'), exact: true }).click();
    await expect(giving).toHaveCount(0);
    await expect(phone.getByText(cast.note)).toBeVisible();
    await expect(phone.getByRole('button', complete)).toHaveCount(0);
  });

  const page = await pageAs(browser, office.head, 'ar');
  await test.step('the head goes beyond the limit with a reason, and the answers are read again', async () => {
    await page.goto('/tasks');
    await page.getByRole('button', { name: cast.task }).click();
    await page.getByRole('button', complete).click();
    const own = page.getByRole('dialog', { name: say('task.complete') });
    await own.getByRole('textbox', { name: cast.serial }).fill('٧٨٩');
    await own.getByRole('button', complete).click();
    await expect(own.getByText(say('problem.authority.reason-needed'))).toBeVisible();
    await own.getByRole('textbox', { name: say('task.override-reason') }).fill(cast.reason);
    await own.getByRole('button', complete).click();
    await expect(own).toHaveCount(0);
    const answers = page.getByRole('region', { name: say('task.form-answers') });
    await expect(answers.getByText('٧٨٩').or(answers.getByText('789'))).toBeVisible();
    await expect(answers.getByText(within('task.form-version', { number: /[1١]/ }))).toBeVisible();
    await stillnessOf(page);
    expect(await accessibilityFaultsOf(page)).toEqual([]);
    const { items } = (await (await head.get('/api/authority/decisions')).json()) as {
      items: { verdict: string; amount: { minor: number } }[];
    };
    expect(items).toMatchObject([{ verdict: 'override', amount: { minor: 1_200_000 } }]);
  });
});
