// What runs moves to the next version: the dry run says what cannot, a renamed step is mapped, the move is on record, and its task goes on there.
import { expect, test } from './world/journey.ts';
import { apiAs, openOffice, pageAs, post } from './world/office.ts';
import { accessibilityFaultsOf, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { appWords } from './world/words.ts';

const names = { department: 'میز پذیرش', category: 'پذیرش', agent: 'مریم یوسفی', head: 'کامران نادری' };
const [before, after, next] = ['دریافت دستگاه', 'دریافت و ثبت دستگاه', 'بررسی دستگاه'];
const reason = 'ثبت شمارهٔ سریال از این پس الزامی است.';

/** The first step, then the second; drawn so that the page of what runs can show it. */
const diagram = (id: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:rida="urn:rida:bpmn:1" id="D" targetNamespace="urn:test">
<bpmn:process id="P" name="P" isExecutable="true">
<bpmn:startEvent id="S" /><bpmn:userTask id="${id}" name="${name}" rida:unit="${names.department}" /><bpmn:userTask id="look" name="${next}" rida:unit="${names.department}" /><bpmn:endEvent id="E" />
<bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="${id}" /><bpmn:sequenceFlow id="f2" sourceRef="${id}" targetRef="look" /><bpmn:sequenceFlow id="f3" sourceRef="look" targetRef="E" />
</bpmn:process>
<bpmndi:BPMNDiagram id="DI"><bpmndi:BPMNPlane id="PL" bpmnElement="P">
<bpmndi:BPMNShape id="s1" bpmnElement="S"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s2" bpmnElement="${id}"><dc:Bounds x="190" y="78" width="100" height="80" /></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s3" bpmnElement="look"><dc:Bounds x="350" y="78" width="100" height="80" /></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s4" bpmnElement="E"><dc:Bounds x="510" y="100" width="36" height="36" /></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="e1" bpmnElement="f1"><di:waypoint x="136" y="118" /><di:waypoint x="190" y="118" /></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e2" bpmnElement="f2"><di:waypoint x="290" y="118" /><di:waypoint x="350" y="118" /></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e3" bpmnElement="f3"><di:waypoint x="450" y="118" /><di:waypoint x="510" y="118" /></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

test('what runs moves to the next version (fa)', async ({ browser }) => {
  test.setTimeout(240_000);
  const { say, like, within } = appWords('fa');
  const office = await openOffice('fa', names);
  const api = await apiAs(office.head);
  const { person } = (await (await api.get('/api/session')).json()) as { person: { id: string } };
  const key = `intake-${process.pid}`;
  const { id } = await post<{ id: string }>(api, '/api/process-models', {
    key,
    name: { fa: 'تعویض دستگاه معیوب' },
    unitId: office.departmentId,
    ownerId: person.id,
    xml: diagram('receive', before),
  });
  await post(api, `/api/process-models/${id}/versions`, { revision: 1 });
  for (let count = 0; count < 2; count += 1) await post(api, '/api/process-instances', { modelKey: key });
  const draft = await post<{ revision: number }>(
    api,
    `/api/process-models/${id}/draft`,
    { xml: diagram('register', after), revision: 1 },
    'put',
  );
  await post(api, `/api/process-models/${id}/versions`, { revision: draft.revision });

  const page = await pageAs(browser, office.head, 'fa');
  const plan = page.getByRole('region', { name: say('migration.plan') });

  await test.step('the dry run says what would stay, and why', async () => {
    await page.goto(`/processes/${id}/running?version=1`);
    await page.getByRole('button', { name: say('migration.open') }).click();
    await expect(plan.getByText(say('migration.fault.unmapped'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('migration.start') })).toBeDisabled();
    await stillnessOf(page);
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  });

  await test.step('the renamed step is mapped onto the one that stands for it', async () => {
    await page.getByRole('combobox', { name: like('migration.becomes', { name: before }) }).click();
    await page.getByRole('option', { name: after }).click();
    await expect(plan.getByText(say('migration.fault.unmapped'))).toHaveCount(0);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysOf(page)).toBe(0);
    await page.setViewportSize({ width: 1480, height: 900 });
  });

  await test.step('the owner starts the move with a reason, and it is on record', async () => {
    await page.getByRole('button', { name: say('migration.start') }).click();
    const dialog = page.getByRole('dialog', { name: say('migration.start') });
    await dialog.getByRole('textbox', { name: say('ui.reason') }).fill(reason);
    await dialog.getByRole('button', { name: say('migration.start') }).click();
    const record = page.getByRole('article', { name: within('migration.record-of') });
    await expect(record.getByText(reason)).toBeVisible();
    await expect(record.getByText(within('migration.goes-on'))).toHaveCount(0, { timeout: 30_000 });
    await expect(record.getByText(names.head)).toBeVisible();
    await expect(page.getByText(like('migration.nothing-runs', { number: /./ }))).toBeVisible();
    await stillnessOf(page);
    expect(await accessibilityFaultsOf(page)).toEqual([]);
  });

  await test.step('an agent completes the task in its new version', async () => {
    const agent = await pageAs(browser, office.agent, 'fa');
    await agent.goto('/tasks?view=units');
    await agent
      .getByRole('list', { name: say('task.title') })
      .getByRole('button', { name: after })
      .first()
      .click();
    await agent.getByRole('button', { name: say('task.claim'), exact: true }).click();
    await agent.getByRole('button', { name: say('task.complete'), exact: true }).click();
    await agent
      .getByRole('dialog')
      .getByRole('button', { name: say('task.complete'), exact: true })
      .click();
    await expect(agent.getByText(say('task.state.completed'), { exact: true }).first()).toBeVisible();
  });

  await test.step('the instance shows the move among what was set right, and stands at the next step', async () => {
    await page.getByRole('link', { name: say('migration.back') }).click();
    await page
      .getByRole('list', { name: say('instance.title') })
      .getByRole('button', { name: next })
      .click();
    const corrections = page.getByRole('region', { name: say('instance.corrections') });
    await expect(corrections.getByText(reason)).toBeVisible();
    await expect(page.getByText(within('instance.happening.migrated', { number: /./ })).first()).toBeVisible();
  });
});
