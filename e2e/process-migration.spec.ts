// What runs moves to the next version: the dry run says what cannot, a renamed step is mapped, some or all move, one move is stopped; on record, in the bell, and the task goes on.
import { expect, test } from './world/journey.ts';
import { holdInstance } from './world/database.ts';
import { apiAs, openOffice, pageAs, post, type Office } from './world/office.ts';
import { accessibilityFaultsOf, expectSound, sidewaysOf, stillnessOf } from './world/page-checks.ts';
import { claimAndComplete } from './world/processes.ts';
import { appWords, journeyLanguages, type JourneyLanguage } from './world/words.ts';

type Cast = {
  names: { department: string; category: string; agent: string; head: string };
  process: string;
  /** The first step in either version, and the one behind it. */
  before: string;
  after: string;
  next: string;
  reason: string;
};

const casts: Record<JourneyLanguage, Cast> = {
  ar: {
    names: { department: 'مكتب الاستلام', category: 'الاستلام', agent: 'ريم الحربي', head: 'خالد المطيري' },
    process: 'استبدال جهاز معيب',
    before: 'استلام الجهاز',
    after: 'تسجيل الجهاز المستلم',
    next: 'فحص الجهاز',
    reason: 'صار تسجيل الرقم التسلسلي إلزامياً.',
  },
  fa: {
    names: { department: 'میز پذیرش', category: 'پذیرش', agent: 'مریم یوسفی', head: 'کامران نادری' },
    process: 'تعویض دستگاه معیوب',
    before: 'دریافت دستگاه',
    after: 'دریافت و ثبت دستگاه',
    next: 'بررسی دستگاه',
    reason: 'ثبت شمارهٔ سریال از این پس الزامی است.',
  },
  en: {
    names: { department: 'Intake desk', category: 'Intake', agent: 'Mary Quinn', head: 'Colin Frost' },
    process: 'Replacing a faulty device',
    before: 'Receive the device',
    after: 'Register the device',
    next: 'Look at the device',
    reason: 'The serial number has to be kept from now on.',
  },
};

/** The first step, then the second; drawn so that the page of what runs can show it. */
const diagram = (unit: string, id: string, name: string, next: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:rida="urn:rida:bpmn:1" id="D" targetNamespace="urn:test">
<bpmn:process id="P" name="P" isExecutable="true">
<bpmn:startEvent id="S" /><bpmn:userTask id="${id}" name="${name}" rida:unit="${unit}" /><bpmn:userTask id="look" name="${next}" rida:unit="${unit}" /><bpmn:endEvent id="E" />
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

for (const language of journeyLanguages) {
  const cast = casts[language];
  const { say, like, within } = appWords(language);

  test(`what runs moves to the next version (${language})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const office = await openOffice(language, cast.names);
    const { id, instanceIds } = await publishTwo(office, language);
    const page = await pageAs(browser, office.head, language);
    const plan = page.getByRole('region', { name: say('migration.plan') });
    const records = page.getByRole('article', { name: within('migration.record-of') });
    const counted = (label: string) => page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd');
    const startMove = async () => {
      await plan.getByRole('button', { name: within('migration.start-count') }).click();
      const dialog = page.getByRole('dialog', { name: within('migration.start-count') });
      await dialog.getByRole('textbox', { name: say('ui.reason') }).fill(cast.reason);
      await dialog.getByRole('button', { name: within('migration.start-count') }).click();
      await expect(dialog).toHaveCount(0);
    };

    await test.step('the dry run says what would stay, and why', async () => {
      await page.goto(`/processes/${id}/running?version=1`);
      await page.getByRole('button', { name: say('migration.open') }).click();
      await expect(plan.getByText(say('migration.fault.unmapped'))).toBeVisible();
      await expect(plan.getByRole('button', { name: say('migration.start') })).toBeDisabled();
    });

    await test.step('the renamed step is mapped onto the one that stands for it', async () => {
      await page.getByRole('combobox', { name: like('migration.becomes', { name: cast.before }) }).click();
      await page.getByRole('option', { name: cast.after }).click();
      await expect(plan.getByText(say('migration.fault.unmapped'))).toHaveCount(0);
      await expect(plan.getByRole('button', { name: within('migration.start-count') })).toBeEnabled();
    });

    if (language === 'fa')
      await test.step('one of the two is chosen by the keyboard', async () => {
        await plan.getByRole('radio', { name: say('migration.which.all') }).press('ArrowDown');
        await expect(plan.getByRole('button', { name: say('migration.start'), exact: true })).toBeDisabled();
        const boxes = plan.getByRole('list', { name: say('migration.can-move') }).getByRole('checkbox');
        const all = plan.getByRole('checkbox', { name: say('migration.all-shown') });
        await all.press('Space');
        await expect(boxes.last()).toBeChecked();
        await boxes.last().press('Space');
        await expect(all).toHaveJSProperty('indeterminate', true);
        await expect(plan.getByRole('status')).toHaveText(like('migration.chosen', { count: '1', all: '2' }));
      });

    await test.step('all of it fits a phone', async () => {
      await expectSound(page);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await sidewaysOf(page)).toBe(0);
      await page.setViewportSize({ width: 1480, height: 900 });
    });

    if (language === 'en')
      await test.step('a move is stopped before it comes to an instance that somebody holds', async () => {
        const releases = await Promise.all(instanceIds.map(holdInstance));
        await startMove();
        await expect(plan.getByText(say('problem.process-migration.goes-on'))).toBeVisible();
        await records.getByRole('button', { name: say('migration.stop') }).click();
        const dialog = page.getByRole('dialog', { name: say('migration.stop') });
        await expect(dialog.getByText(like('migration.stop-hint', { number: '1' }))).toBeVisible();
        await dialog.getByRole('button', { name: say('migration.stop') }).click();
        await expect(records.getByText(within('migration.stopped'))).toBeVisible();
        await expect(records).toBeFocused();
        await expect(counted(say('migration.count.stopped'))).toHaveText('2');
        await stillnessOf(page);
        expect(await accessibilityFaultsOf(page, '[aria-labelledby=record-title]')).toEqual([]);
        await Promise.all(releases.map((release) => release()));
      });

    await test.step('the owner starts the move with a reason; the bell tells of its end and leads to its record', async () => {
      await startMove();
      await page.getByRole('button', { name: like('notification.bell-unread') }).click();
      await page
        .getByRole('list', { name: say('notification.newest') })
        .getByRole('link', { name: within('notification.type.process.migration-ended', { title: cast.process }) })
        .click();
      await expect(page).toHaveURL(/migration=/);
      await expect(records.first()).toBeFocused();
      await expect(records.first().getByText(cast.reason)).toBeVisible();
      await expect(records.first().getByText(cast.names.head)).toBeVisible();
      await expect(counted(say('migration.count.migrated')).first()).toHaveText(language === 'fa' ? '1' : '2');
      if (language === 'fa') await expect(counted(say('migration.looked-at'))).toHaveText('1');
      else await expect(page.getByText(like('migration.nothing-runs', { number: /./ }))).toBeVisible();
      await expectSound(page);
    });

    await test.step('an agent completes the task in its new version', async () => {
      const agent = await pageAs(browser, office.agent, language);
      await agent.goto('/tasks?view=units');
      await agent
        .getByRole('list', { name: say('task.title') })
        .getByRole('button', { name: cast.after })
        .first()
        .click();
      await claimAndComplete(agent, language);
    });

    await test.step('the instance shows the move among what was set right, and stands at the next step', async () => {
      await page.getByRole('link', { name: say('migration.back') }).click();
      await page
        .getByRole('list', { name: say('instance.title') })
        .getByRole('button', { name: cast.next })
        .click();
      const corrections = page.getByRole('region', { name: say('instance.corrections') });
      await expect(corrections.getByText(cast.reason)).toBeVisible();
      await expect(page.getByText(within('instance.happening.migrated', { number: /./ })).first()).toBeVisible();
    });
  });
}

/** Owned by the head: two instances run by the first version, and in the second the first step has another id and name. */
async function publishTwo(office: Office, language: JourneyLanguage): Promise<{ id: string; instanceIds: string[] }> {
  const { process: name, before, after, next } = casts[language];
  const api = await apiAs(office.head);
  const { person } = (await (await api.get('/api/session')).json()) as { person: { id: string } };
  const key = `intake-${language}-${process.pid}`;
  const { id } = await post<{ id: string }>(api, '/api/process-models', {
    key,
    name: { [language]: name },
    unitId: office.departmentId,
    ownerId: person.id,
    xml: diagram(office.departmentId, 'receive', before, next),
  });
  await post(api, `/api/process-models/${id}/versions`, { revision: 1 });
  const instanceIds: string[] = [];
  for (let count = 0; count < 2; count += 1)
    instanceIds.push((await post<{ id: string }>(api, '/api/process-instances', { modelKey: key })).id);
  const xml = diagram(office.departmentId, 'register', after, next);
  const draft = await post<{ revision: number }>(api, `/api/process-models/${id}/draft`, { xml, revision: 1 }, 'put');
  await post(api, `/api/process-models/${id}/versions`, { revision: draft.revision });
  return { id, instanceIds };
}
