// A complaint that goes through three departments by the process of its category: bound, begun by a customer, handed over, returned, escalated by a timer, read in the portal.
import type { APIRequestContext } from '@playwright/test';
import { path, processXml } from '#engine/testing/process-xml.ts';
import { expect, test } from './world/journey.ts';
import { apiAs, hireAdministrator, openOffice, pageAs, phoneOf, post, type Office } from './world/office.ts';
import { expectSound } from './world/page-checks.ts';
import { submitCase } from './world/portal-case.ts';
import { claimAndComplete } from './world/processes.ts';
import { appWords, journeyLanguages, portalWords, type JourneyLanguage } from './world/words.ts';
import { readWorld } from './world/world.ts';

type Names = { department: string; category: string; agent: string; head: string };
type Cast = {
  desk: Names;
  water: Names;
  field: Names;
  chief: string;
  customer: string;
  text: string;
  name: string;
  steps: { check: string; plan: string; repair: string; remind: string };
  reads: { check: string; repair: string };
  handedOver: string;
  refusal: string;
};

const casts: Record<JourneyLanguage, Cast> = {
  ar: {
    desk: { department: 'مكتب الشكاوى', category: 'مياه الحي', agent: 'هند الدوسري', head: 'ماجد الزهراني' },
    water: { department: 'إدارة المياه', category: 'شبكة المياه', agent: 'نوف السبيعي', head: 'طلال العنزي' },
    field: { department: 'فرق الميدان', category: 'ميدان', agent: 'بدر الشمري', head: 'سعود الغامدي' },
    chief: 'أمل الرشيد',
    customer: 'ليلى العمري',
    text: 'المياه مقطوعة عن شارعنا منذ الصباح.',
    name: 'معالجة انقطاع المياه',
    steps: { check: 'فحص الشكوى', plan: 'تخطيط الإصلاح', repair: 'الإصلاح في الموقع', remind: 'تنبيه: الإصلاح متأخر' },
    reads: { check: 'نفحص شكواكم', repair: 'فريق في الطريق إلى الموقع' },
    handedOver: 'شكوى مفحوصة مع الموقع',
    refusal: 'الموقع غير محدد على الخريطة.',
  },
  fa: {
    desk: { department: 'میز شکایت‌ها', category: 'قطعی آب', agent: 'نگار صادقی', head: 'بهرام جلالی' },
    water: { department: 'ادارهٔ آب', category: 'شبکهٔ آب', agent: 'مهسا کریمی', head: 'داریوش نعمتی' },
    field: { department: 'گروه‌های میدانی', category: 'میدان', agent: 'کیان رستمی', head: 'سیاوش فروغی' },
    chief: 'شیرین وحیدی',
    customer: 'لاله رحمانی',
    text: 'آب خیابان ما از صبح قطع است.',
    name: 'رسیدگی به قطعی آب',
    steps: { check: 'بررسی شکایت', plan: 'برنامه‌ریزی تعمیر', repair: 'تعمیر در محل', remind: 'یادآوری: تعمیر دیر شد' },
    reads: { check: 'شکایت بررسی می‌شود', repair: 'گروه تعمیر در راه است' },
    handedOver: 'شکایت بررسی‌شده با نشانی',
    refusal: 'محل روی نقشه مشخص نیست.',
  },
  en: {
    desk: { department: 'Complaints desk', category: 'Water outage', agent: 'Holly Dean', head: 'Marcus Cole' },
    water: { department: 'Water board', category: 'Water network', agent: 'Nora Price', head: 'Toby Grant' },
    field: { department: 'Field teams', category: 'Field', agent: 'Ben Hart', head: 'Simon Wood' },
    chief: 'Alice Reed',
    customer: 'Lily Moore',
    text: 'Our street has had no water since the morning.',
    name: 'Water outage handling',
    steps: {
      check: 'Check the complaint',
      plan: 'Plan the repair',
      repair: 'Repair on site',
      remind: 'Reminder: repair is late',
    },
    reads: { check: 'We look into it', repair: 'A team is on its way' },
    handedOver: 'A checked complaint with its place',
    refusal: 'The place is not on the map.',
  },
};

for (const language of journeyLanguages) {
  const cast = casts[language];
  const { say, within } = appWords(language);
  const portal = portalWords(language);

  test(`a complaint goes through three departments by the process of its category (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const [desk, water, field] = [
      await openOffice(language, cast.desk),
      await openOffice(language, cast.water),
      await openOffice(language, cast.field),
    ];
    await publishProcess(language, desk, [water.departmentId, field.departmentId]);
    const chief = await pageAs(browser, await hireAdministrator(language, cast.chief), language);

    await test.step('the category is given its process', async () => {
      await chief.goto(`/settings/categories?category=${desk.categoryId}`);
      const part = chief.getByRole('region', { name: say('category-process.title') });
      const model = part.getByRole('combobox', { name: say('category-process.model') });
      await model.click();
      await model.fill(cast.name);
      await chief.getByRole('option', { name: cast.name }).last().click();
      await expectSound(chief);
      await part.getByRole('button', { name: say('category-process.save') }).click();
      await expect(chief.getByText(say('category-process.saved'))).toBeVisible();
    });

    const submitted = await submitCase(desk, {
      language,
      name: cast.customer,
      email: `outage-${language}-${process.pid}@example.org`,
      text: cast.text,
    });
    const phone = await phoneOf(browser, language);
    const progress = phone.getByRole('region', { name: portal.say('progress.title') });

    await test.step('the customer reads what is being done, and nothing else of it', async () => {
      await expect.poll(() => placesOf(desk.administrator, submitted.id)).toEqual([cast.steps.check]);
      await phone.goto(`/portal/${readWorld().slug}/case#${submitted.grant}`);
      await expect(progress.getByText(cast.reads.check)).toBeVisible();
      await expect(progress.getByText(cast.steps.check)).toHaveCount(0);
      await expectSound(phone);
    });

    const agent = await pageAs(browser, desk.agent, language);
    const beside = agent.getByRole('region', { name: say('case.processes'), exact: true });
    await test.step('whoever has the case sees where it stands and goes to the task', async () => {
      await agent.goto(`/cases/${submitted.id}`);
      await expect(beside.getByText(cast.desk.department)).toBeVisible();
      await expect(agent.getByText(within('case.event.process-begun', { name: cast.name }))).toBeVisible();
      await expectSound(agent);
      await beside.getByRole('link', { name: cast.steps.check }).click();
      await claimAndComplete(agent, language);
    });

    await test.step('the second department refuses it, gets it again, and does its part', async () => {
      const head = await apiAs(water.head);
      await post(head, `/api/tasks/${await taskOf(head, submitted.id, cast.steps.plan)}/hand-off/refusal`, {
        reason: cast.refusal,
        unmet: [],
      });
      await agent.goto(`/cases/${submitted.id}`);
      await expect(beside.getByRole('link', { name: cast.steps.plan })).toBeVisible();
      const again = await apiAs(desk.agent);
      await post(again, `/api/tasks/${await taskOf(again, submitted.id, cast.steps.plan)}/hand-off/offer`, {
        note: cast.text,
      });
      await post(head, `/api/tasks/${await taskOf(head, submitted.id, cast.steps.plan)}/hand-off/acceptance`, {});
      await doTask(head, submitted.id, cast.steps.plan);
    });

    await test.step('the third is late at once: a timer tells the head of the desk, and the customer reads who comes', async () => {
      await expect
        .poll(() => placesOf(desk.administrator, submitted.id))
        .toEqual([cast.steps.repair, cast.steps.remind]);
      await agent.reload();
      await expect(beside.getByRole('link', { name: cast.steps.remind })).toBeVisible();
      await phone.reload();
      await expect(progress.getByRole('listitem').last().getByText(cast.reads.repair)).toBeVisible();
      await expect(progress.getByRole('listitem')).toHaveCount(2);
    });

    await test.step('a claim ends the work that is left, and the customer confirms', async () => {
      await post(await apiAs(desk.agent), `/api/cases/${submitted.id}/resolution`, { answer: cast.reads.repair });
      await expect.poll(() => placesOf(desk.administrator, submitted.id)).toEqual([]);
    });
  });
}

test('a diagram of another tool is read and leaves unchanged, byte for byte (en)', async ({ browser }) => {
  const desk = await openOffice('en', {
    department: 'Archive',
    category: 'Archive',
    agent: 'Ann Foss',
    head: 'Paul Kerr',
  });
  const { say } = appWords('en');
  const page = await pageAs(browser, desk.head, 'en');
  const foreign = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
   xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Another modeller" exporterVersion="5.1">
	<bpmn:process id="Process_1" isExecutable="true"><bpmn:startEvent id="Start"/>
	  <bpmn:userTask id="Task" name="Sort &amp; file"><bpmn:extensionElements><zeebe:assignmentDefinition assignee="=who" /></bpmn:extensionElements></bpmn:userTask>
	  <bpmn:endEvent id="End"/>
	  <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task"/><bpmn:sequenceFlow id="F2" sourceRef="Task" targetRef="End"/>
	</bpmn:process>
  <bpmndi:BPMNDiagram id="BD"><bpmndi:BPMNPlane id="BP" bpmnElement="Process_1">
    <bpmndi:BPMNShape id="S1" bpmnElement="Start"><dc:Bounds x="100" y="122" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="S2" bpmnElement="Task"><dc:Bounds x="190" y="100" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="S3" bpmnElement="End"><dc:Bounds x="350" y="122" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="E1" bpmnElement="F1"><di:waypoint x="136" y="140"/><di:waypoint x="190" y="140"/></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="E2" bpmnElement="F2"><di:waypoint x="290" y="140"/><di:waypoint x="350" y="140"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>\r\n`);
  await page.goto('/processes');
  await page.getByRole('button', { name: say('process.add') }).click();
  const dialog = page.getByRole('dialog', { name: say('process.add') });
  await dialog.getByRole('textbox', { name: `${say('process.name')} (English)` }).fill('A diagram from elsewhere');
  await dialog
    .getByRole('combobox', { name: say('process.unit'), exact: true })
    .first()
    .fill('Archive');
  await page.getByRole('option', { name: 'Archive' }).last().click();
  await dialog.getByRole('radio', { name: say('process.begin.file') }).click();
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByText(say('process.file-choose')).click();
  await (await chooser).setFiles({ name: 'foreign.bpmn', mimeType: 'application/xml', buffer: foreign });
  await dialog.getByRole('button', { name: say('process.begin') }).click();
  await expect(page.locator('.djs-container').getByText('Sort').first()).toBeVisible();
  const id = new URL(page.url()).pathname.split('/')[2]!;
  const download = await desk.administrator.get(`/api/process-models/${id}/draft/diagram`);
  expect(Buffer.compare(await download.body(), foreign)).toBe(0);
});

async function beginModel(
  desk: Office,
  language: JourneyLanguage,
  name: string,
  xml?: string,
): Promise<{ id: string; key: string }> {
  const head = await apiAs(desk.head);
  const { person } = (await (await head.get('/api/session')).json()) as { person: { id: string } };
  return post(head, '/api/process-models', {
    key: `outage-${language}-${process.pid}-${name.length}`,
    name: { [language]: name },
    unitId: desk.departmentId,
    ownerId: person.id,
    ...(xml ? { xml } : {}),
  });
}

/** Owned by the head of the desk; a claim of the case ends it wherever it stands. */
async function publishProcess(
  language: JourneyLanguage,
  desk: Office,
  units: readonly [string, string],
): Promise<void> {
  const { steps, reads, handedOver, name } = casts[language];
  const task = (id: string, called: string, unit: string, inside = '') =>
    `<bpmn:userTask id="${id}" name="${called}" rida:unit="${unit}"><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask>`;
  const words = (said: string) => `<rida:customerWords language="${language}">${said}</rida:customerWords>`;
  const xml = processXml(
    `<bpmn:startEvent id="S" name="${name}" />
     ${task('check', steps.check, desk.departmentId, words(reads.check))}
     ${task('plan', steps.plan, units[0], `<rida:handOff handedOver="${handedOver}"><rida:acceptance>${handedOver}</rida:acceptance></rida:handOff>`)}
     ${task('repair', steps.repair, units[1], words(reads.repair))}
     <bpmn:boundaryEvent id="late" name="PT1S" attachedToRef="repair" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
     ${task('remind', steps.remind, desk.departmentId)}
     <bpmn:endEvent id="E" name="${steps.repair}" /><bpmn:endEvent id="E2" name="${steps.remind}" />
     ${path('S', 'check', 'plan', 'repair', 'E')}${path('late', 'remind', 'E2')}
     <bpmn:subProcess id="claimed" name="${reads.repair}" triggeredByEvent="true">
       <bpmn:startEvent id="heard" name="${reads.repair}"><bpmn:messageEventDefinition messageRef="M" rida:key="=case.id" /></bpmn:startEvent><bpmn:endEvent id="done" name="${reads.repair}" />${path('heard', 'done')}
     </bpmn:subProcess>`,
    '<bpmn:message id="M" name="case.claimed" />',
  );
  const { id } = await beginModel(desk, language, name, xml);
  await post(await apiAs(desk.head), `/api/process-models/${id}/versions`, { revision: 1 });
}

async function placesOf(api: APIRequestContext, caseId: string): Promise<string[]> {
  const { items } = (await (await api.get(`/api/cases/${caseId}/processes`)).json()) as {
    items: { standsAt: { name: string }[] }[];
  };
  return items.flatMap(({ standsAt }) => standsAt.map(({ name }) => name));
}

async function taskOf(api: APIRequestContext, caseId: string, name: string): Promise<string> {
  const { items } = (await (
    await api.get(`/api/tasks?of=all&subjectType=case&subjectId=${caseId}&limit=20`)
  ).json()) as { items: { id: string; name: string }[] };
  return items.find((task) => task.name === name)!.id;
}

async function doTask(api: APIRequestContext, caseId: string, name: string): Promise<void> {
  const id = await taskOf(api, caseId, name);
  await post(api, `/api/tasks/${id}/claim`, {});
  await post(api, `/api/tasks/${id}/completion`, { variables: {} });
}
