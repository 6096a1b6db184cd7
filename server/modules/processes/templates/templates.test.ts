// Every template in every language: drawn without a fault, played to its end through each of its ways, and begun, published and worked on in the database.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '#contract/common.ts';
import { compile } from '#engine/compile.ts';
import { lint } from '#engine/lint.ts';
import { Player } from '#engine/testing/player.ts';
import { checkForm } from '#kernel/forms/check-form.ts';
import { fieldsOf, type FormAnswers } from '#kernel/forms/form-definition.ts';
import { formInUse } from '#modules/forms/index.ts';
import { beginDraft } from '#modules/forms/begin-draft.ts';
import { publishFields } from '#modules/forms/factory.ts';
import { retireForm } from '#modules/forms/retire-form.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import type { Context } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { checkDiagram } from '../models/check-diagram.ts';
import { acceptHandOff } from '../hand-offs/decide-hand-off.ts';
import { getDraft } from '../models/drafts.ts';
import { begin, openTasks, read } from '../factory.ts';
import { fireTimers } from '../instances/fire-timers.ts';
import { claimTask } from '../tasks/claim-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { getTask } from '../tasks/get-task.ts';
import { publishVersion } from '../models/publish-version.ts';
import { getVersion } from '../models/versions.ts';
import { beginFromTemplate } from './begin-from-template.ts';
import { drawTemplate } from './draw-template.ts';
import { formsOf } from './forms-of-template.ts';
import { layOutTemplate, type Box } from './lay-out-template.ts';
import { passes, segmentsOf, type Point } from './route-flow.ts';
import type { ProcessTemplate } from './template.ts';
import { getTemplate, processTemplates, requireTemplate } from './templates.ts';

const languages = ['ar', 'fa', 'en'] as const;

/** By task the answers with which it is completed each time; together the plays of a template take all its ways. */
type Play = Readonly<Record<string, readonly FormAnswers[]>>;
const lacking = { complete: false, lacking: 'The receipt' };
const severe = { severe: true, danger: 'The stairs are wet' };
const wrong = { sound: false, wrong: 'Calls of May are counted twice' };
const [accept, adapt, decline] = ['accept', 'adapt', 'decline'].map((answer) => ({ answer, grounds: 'As discussed' }));
const measured = { before: '9 days', after: '4 days' };
const plays: Readonly<Record<string, readonly Play[]>> = {
  request: [
    { check: [lacking, { complete: true }], 'carry-out': [{ granted: true }] },
    { check: [{ complete: true }], 'carry-out': [{ granted: false, refusal: 'The line is not ours' }] },
  ],
  inquiry: [
    { 'look-up': [{ known: true, found: 'Within ten days' }] },
    { 'look-up': [{ known: false, searched: 'In the articles' }] },
  ],
  complaint: [
    {
      assess: [severe],
      investigate: [{ justified: true, findings: 'It leaks', cause: 'Nobody checks the seals' }],
      confirm: [{ solved: true }],
    },
    {
      assess: [{ severe: false }],
      investigate: [{ justified: false, findings: 'The meter is right' }],
      confirm: [{ solved: false, objection: 'The bill is still wrong' }],
    },
  ],
  'product-return': [
    { authorise: [{ sale: '1448-7', allowed: false, unmet: 'The time is over' }] },
    ...['replace', 'refund', 'send-back'].map((outcome) => ({
      authorise: [{ sale: '1448-7', allowed: true }],
      receive: [{ condition: 'Unopened', outcome }],
    })),
  ],
  'improvement-case': [
    {
      consider: [{}, accept!, adapt!],
      measure: [
        { ...measured, better: false },
        { ...measured, better: true },
      ],
    },
    { consider: [decline!] },
  ],
  'workforce-report': [
    { review: [wrong, { sound: true }], need: [{ shortage: 3, untrained: true, skills: 'Persian' }] },
    { review: [{ sound: true }], need: [{ shortage: 0, untrained: false }] },
    { review: [{ sound: true }], need: [{ shortage: 2, untrained: false }] },
    { review: [{ sound: true }], need: [{ shortage: 0, untrained: true, skills: 'Meters' }] },
  ],
  'procedure-approval': [
    {
      decide: [
        { approved: false, remarks: 'Step two has no unit' },
        { approved: true, effective: '2026-12-01' },
      ],
    },
  ],
};

const cases = processTemplates.flatMap((template) => languages.map((language) => ({ template, language })));
const units = (template: ProcessTemplate) =>
  new Map(template.roles.map(({ key, name }) => [key, { id: `unit-of-${key}`, name: name.en }]));
const drawn = (template: ProcessTemplate, language: Language) =>
  drawTemplate(template, { id: 'P', language, units: units(template) });

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
  org = await buildOrganisation(app.platform);
});
afterAll(() => app?.close());

test.each(cases)('$template.key in $language has neither errors nor warnings', async ({ template, language }) => {
  expect((await lint(drawn(template, language))).faults).toEqual([]);
  // Nobody chose units yet: the lanes are called by their roles.
  expect((await lint(getTemplate(template.key, language).xml)).faults).toEqual([]);
});

test.each(cases)(
  '$template.key in $language is played to its end through all its ways',
  async ({ template, language }) => {
    const { definitions } = await compile(drawn(template, language));
    const taken = new Set<string>();
    for (const play of plays[template.key]!) {
      const player = new Player(definitions[0]!);
      const visits = new Map<string, number>();
      player.send({ type: 'start', variables: {} });
      for (let step = 0; player.status === 'running'; step += 1) {
        expect(step, player.stands.join(', ')).toBeLessThan(60);
        const [element] = player.asked.values();
        if (element === undefined) {
          player.waitUntil(player.instance.timers[0]!.dueAt);
          continue;
        }
        const visit = visits.get(element) ?? 0;
        visits.set(element, visit + 1);
        player.complete(element, play[element]?.[visit] ?? {});
      }
      expect(player.status).toBe('completed');
      for (const { type, elementId } of player.happenings) if (type === 'flow-taken') taken.add(elementId);
    }
    expect([...taken].toSorted()).toEqual([...definitions[0]!.flows.keys()].toSorted());
  },
);

test.each(processTemplates)('$key names its values, its lanes and what is handed over', (template) => {
  const { steps, flows, roles, values, sipoc, pcfId } = template;
  const given = new Set(steps.flatMap(({ gives = [] }) => gives));
  expect([...given].toSorted()).toEqual(values.map(({ name }) => name).toSorted());
  const asked = flows.flatMap(({ when = '' }) => when.replace(/"[^"]*"/g, '').match(/[a-zA-Z]\w*/g) ?? []);
  expect(new Set(asked.filter((name) => name !== 'or'))).toEqual(given);
  expect(roles.filter(({ key }) => !steps.some(({ role }) => role === key))).toEqual([]);
  for (const [part, lines] of Object.entries(sipoc)) expect(lines.length, part).toBeGreaterThan(0);
  expect(steps.some(({ handOff }) => handOff && handOff.criteria.length > 0)).toBe(true);
  expect(pcfId).toBeGreaterThan(10_000);
});

test.each(processTemplates)('$key asks for its values in forms that may be published', (template) => {
  const forms = formsOf(template);
  expect([...forms.keys()]).toEqual(template.steps.flatMap(({ id, gives }) => (gives ? [id] : [])));
  for (const [step, { key, definition, needs }] of forms) {
    expect(checkForm(definition), step).toEqual([]);
    expect(key).toMatch(/^[a-z][a-z0-9-]{1,39}$/);
    for (const need of needs) {
      const { type, choices = [] } = template.values.find(({ name }) => name === need)!;
      const field = fieldsOf(definition).find((one) => one.key === need)!;
      expect([field.type, field.choices.map((choice) => choice.key), field.shownWhen]).toEqual([
        { 'yes-no': 'yes-no', number: 'whole-number', text: 'one-of' }[type],
        choices,
        null,
      ]);
    }
  }
});

test('words are there in every language, each in its own letters', () => {
  const all = JSON.stringify(processTemplates);
  const words = [...all.matchAll(/\{"ar":"([^"]*)","fa":"([^"]*)","en":"([^"]*)"\}/g)];
  expect(words.length).toBeGreaterThan(250);
  expect(words.length * 3).toBe([...all.matchAll(/"(?:ar|fa|en)":/g)].length);
  for (const [, ar, fa, en] of words) {
    expect(ar).toMatch(/^[\u0621-\u0652\s،؛:؟.]+$/u);
    expect(fa).toMatch(/^[\p{Script=Arabic}\u0654\u200c\s،؛:؟.]+$/u);
    expect(fa).not.toMatch(/[يكة]/);
    expect(en).toMatch(/^[\w\s,;:?.'-]+$/);
  }
});

test.each(processTemplates)('$key is drawn without an arrow through a shape', (template) => {
  const { boxes } = layOutTemplate(template);
  const xml = drawn(template, 'en');
  for (const { from, to } of template.flows) {
    const way = wayOf(xml, `Flow_${from}_${to}`);
    const others = [...boxes].filter(([id]) => id !== from && id !== to);
    const crossed = others.filter(([, box]) => segmentsOf(way).some((segment) => passes(segment, box)));
    expect(crossed.map(([id]) => `${from} → ${to} through ${id}`)).toEqual([]);
    expect([boxes.get(from)!, boxes.get(to)!].map((box, at) => touches(box, way.at(at === 0 ? 0 : -1)!))).toEqual([
      true,
      true,
    ]);
  }
});

test.each(processTemplates)('$key is drawn without an arrow through a name', (template) => {
  const { boxes } = layOutTemplate(template);
  const xml = drawn(template, 'en');
  const arrows = template.flows.flatMap(({ from, to }) => segmentsOf(wayOf(xml, `Flow_${from}_${to}`)));
  for (const { id, kind, name } of template.steps) {
    if (!name || kind === 'task') continue;
    const box = boxes.get(id)!;
    const placed = new RegExp(
      `id="${id}_di".*?<bpmndi:BPMNLabel><dc:Bounds x="([\\d.]+)" y="([\\d.]+)" width="(\\d+)"`,
    ).exec(xml);
    const written = placed
      ? { x: Number(placed[1]) + Number(placed[3]) / 2 - 35, y: Number(placed[2]), width: 70, height: 18 }
      : { x: box.x, y: box.y + box.height + 6, width: box.width, height: 14 };
    expect(
      arrows.filter((segment) => passes(segment, written)),
      id,
    ).toEqual([]);
  }
});

function wayOf(xml: string, id: string): Point[] {
  const inside = new RegExp(`id="${id}_di"[^>]*>(.*?)</bpmndi:BPMNEdge>`).exec(xml)![1]!;
  return [...inside.matchAll(/x="([\d.]+)" y="([\d.]+)"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

const touches = ({ x, y, width, height }: Box, at: Point): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

test('a model begins with the units that were chosen, in the language that was chosen, and with no fault', async () => {
  const [front, back] = [await org.buildUnit({ name: 'Front' }), await org.buildUnit({ name: 'Back "& more"' })];
  const wish = {
    template: 'product-return',
    key: 'our-returns',
    unitId: front,
    ownerId: org.administrator.personId,
    language: 'fa' as const,
    units: { service: front, warehouse: back, finance: back },
  };
  const model = await org.run((ctx) => beginFromTemplate(ctx, wish));
  expect(model).toMatchObject({
    key: 'our-returns',
    status: 'draft',
    name: requireTemplate('product-return').name,
    pcfId: 20_094,
    promise: { en: 'A decision within five working days of receiving the product' },
  });
  expect(model.sipoc.steps[0]).toBe('بررسی شرایط مرجوعی');
  const { xml } = await org.run((ctx) => getDraft(ctx, model.id));
  expect(await org.run((ctx) => checkDiagram(ctx, xml))).toMatchObject({ faults: [] });
  // Of one unit that has two parts each lane says which.
  for (const lane of ['Front', 'Back &#34;&#38; more&#34; (انبار)', 'Back &#34;&#38; more&#34; (مالی)'])
    expect(xml).toContain(`name="${lane}" rida:unit=`);
  const { definitions } = await compile(xml);
  expect(definitions[0]!.nodes.get('refund')).toMatchObject({
    name: 'بازپرداخت',
    settings: { unit: { code: back }, handOff: { handedOver: 'نتیجهٔ بازبینی و مبلغ' } },
  });
  const again = { ...wish, name: { en: 'Returns of shops' } };
  await expect(org.run((ctx) => beginFromTemplate(ctx, again))).rejects.toMatchObject({ code: 'process.key-taken' });
  const named = await org.run((ctx) => beginFromTemplate(ctx, { ...again, key: 'shop-returns', language: 'en' }));
  expect(named.name).toEqual({ en: 'Returns of shops' });
});

test('every role needs a unit that is there', async () => {
  const wish = {
    template: 'inquiry',
    key: 'asked',
    unitId: org.rootUnitId,
    ownerId: org.administrator.personId,
    language: 'en' as const,
  };
  const begun = (units: Record<string, string>, template = 'inquiry') =>
    org.run((ctx) => beginFromTemplate(ctx, { ...wish, template, units }));
  await expect(begun({ service: org.rootUnitId })).rejects.toMatchObject({
    code: 'process-template.units-missing',
    params: { roles: 'experts' },
    faults: [{ field: 'units.experts', code: 'required' }],
  });
  const nowhere = { service: org.rootUnitId, experts: org.administrator.personId };
  await expect(begun(nowhere)).rejects.toMatchObject({ code: 'unit.not-found' });
  await expect(begun(nowhere, 'nothing')).rejects.toMatchObject({ code: 'process-template.not-found' });
});

test('a form that is there is used; where it asks for something else, or is out of use, another is made beside it', async () => {
  const own = await buildOrganisation(app.platform);
  const formsOfNext = async (key: string) => {
    const { id } = await own.run((ctx) =>
      beginFromTemplate(ctx, {
        template: 'product-return',
        key,
        unitId: own.rootUnitId,
        ownerId: own.administrator.personId,
        language: 'en',
        units: { service: own.rootUnitId, warehouse: own.rootUnitId, finance: own.rootUnitId },
      }),
    );
    const { xml } = await own.run((ctx) => getDraft(ctx, id));
    return [...xml.matchAll(/rida:form="([^"]*)"/g)].map(([, form]) => form);
  };
  const [first, second] = ['product-return-authorise', 'product-return-receive'];
  expect(await formsOfNext('returns')).toEqual([first, second]);
  expect(await formsOfNext('more-returns')).toEqual([first, second]);
  const receive = await own.run((ctx) => formInUse(ctx, { key: second! }));
  expect(receive).toMatchObject({ number: 1, formName: { en: 'Inspection of the returned product' } });
  // The organisation asks in its own way; one of the ways that the diagram knows is gone.
  const change = async (...fields: Parameters<typeof publishFields>[2][]) =>
    own.run(async (ctx) => publishFields(ctx, await beginDraft(ctx, receive!.formId), ...fields));
  const choices = ['replace', 'refund', 'send-back', 'repair'].map((key) => ({ key, label: { en: key } }));
  await change({ key: 'outcome', type: 'one-of', choices });
  expect(await formsOfNext('own-returns')).toEqual([first, second]);
  await change({ key: 'outcome', type: 'one-of', choices: choices.slice(1) });
  expect(await formsOfNext('other-returns')).toEqual([first, `${second}-2`]);
  const { formId } = (await own.run((ctx) => formInUse(ctx, { key: first! })))!;
  await own.run((ctx) => retireForm(ctx, { id: formId, retired: true }));
  expect(await formsOfNext('late-returns')).toEqual([`${first}-2`, `${second}-2`]);
});

test('whoever may not make forms begins without those that are missing, and is told for which steps', async () => {
  const own = await buildOrganisation(app.platform);
  const agent = await own.buildPerson();
  const beginning = (key: string) => (ctx: Context) =>
    beginFromTemplate(ctx, {
      template: 'procedure-approval',
      key,
      unitId: own.rootUnitId,
      ownerId: agent.personId,
      language: 'en',
      units: { author: own.rootUnitId, quality: own.rootUnitId, approver: own.rootUnitId },
    });
  const draftOf = async (id: string) => (await own.run((ctx) => getDraft(ctx, id))).xml;
  const begun = await own.run(beginning('first'), agent.actor);
  expect(begun.withoutForm.map(({ en }) => en)).toEqual(['Approve or send back']);
  const xml = await draftOf(begun.id);
  expect(xml).not.toContain('rida:form');
  expect(xml).toContain('Value on completion: approved = true or false');
  expect(await own.run((ctx) => formInUse(ctx, { key: 'procedure-approval-decide' }))).toBeNull();
  expect((await own.run(beginning('second'))).withoutForm).toEqual([]);
  const again = await own.run(beginning('third'), agent.actor);
  expect(again.withoutForm).toEqual([]);
  const drawnAgain = await draftOf(again.id);
  expect(drawnAgain).toContain('rida:form="procedure-approval-decide"');
  expect(drawnAgain).not.toContain('Value on completion');
});

test.each(processTemplates)(
  '$key is published and worked on to its end by its units, by the answers to its forms',
  async (template) => {
    const chosen: Record<string, string> = {};
    for (const { key, name } of template.roles)
      chosen[key] = await org.buildUnit({ name: `${name.en} of ${template.key}` });
    const { id } = await org.run((ctx) =>
      beginFromTemplate(ctx, {
        template: template.key,
        key: template.key,
        unitId: Object.values(chosen)[0]!,
        ownerId: org.administrator.personId,
        language: 'ar',
        units: chosen,
      }),
    );
    await org.run((ctx) => publishVersion(ctx, { id, revision: 1, note: null }));
    expect((await org.run((ctx) => getVersion(ctx, { id, number: 1 }))).faults).toEqual([]);
    let handedOver = 0;
    const worked = new Set<string>();
    for (const play of plays[template.key]!) {
      const instanceId = await begin(org, template.key);
      const visits = new Map<string, number>();
      for (let step = 0; step < 60; step += 1) {
        const [task] = await openTasks(org, instanceId);
        if (!task) {
          if ((await read(org, instanceId)).status !== 'running') break;
          app.clock.advance(31 * 86_400_000);
          await org.run((ctx) => fireTimers(ctx, instanceId), { kind: 'system', name: 'test' });
          continue;
        }
        if (task.state === 'offered') {
          handedOver += 1;
          await org.run((ctx) => acceptHandOff(ctx, { id: task.id, claim: false }));
        }
        const visit = visits.get(task.elementId) ?? 0;
        visits.set(task.elementId, visit + 1);
        worked.add(task.elementId);
        const answers = play[task.elementId]?.[visit];
        const { form } = await org.run((ctx) => getTask(ctx, task.id));
        expect(form !== null, task.elementId).toBe(answers !== undefined);
        await org.run(async (ctx) => {
          await claimTask(ctx, task.id);
          await completeTask(ctx, { id: task.id, variables: {}, answers });
        });
      }
      expect((await read(org, instanceId)).status).toBe('completed');
    }
    expect([...worked].toSorted()).toEqual(
      template.steps.flatMap(({ id: step, kind }) => (kind === 'task' ? [step] : [])).toSorted(),
    );
    expect(handedOver).toBeGreaterThan(0);
  },
);
