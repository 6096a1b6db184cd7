// Whatever list of steps somebody writes down becomes a diagram that runs and can be looked at.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { childOf, childrenOf, idOf, isA, type DiagramElement } from './diagram-element.ts';
import { lint } from './lint.ts';
import { listToDiagram } from './list-to-diagram.ts';
import type { ListedItem, ListedProcess } from './listed-process.ts';
import { readDiagram } from './read-diagram.ts';

const units = ['front', 'back', 'quality'];

const complaint: ListedProcess = {
  id: 'complaint',
  name: 'رسیدگی به شکایت',
  unitNames: { front: 'پیشخوان', back: 'مالی' },
  steps: [
    { type: 'step', id: 'Check', name: 'بررسی', unit: 'front', form: 'check' },
    {
      type: 'decision',
      name: 'وارد است؟',
      condition: 'justified and amount < 500',
      yes: {
        name: 'بله',
        steps: [
          {
            type: 'parallel',
            rows: [
              [{ type: 'step', id: 'Pay', name: 'پرداخت', unit: 'back' }],
              [{ type: 'step', id: 'Write', name: 'نامه "الف" & <ب>', unit: 'front' }],
            ],
          },
        ],
      },
      no: { name: 'خیر', steps: [{ type: 'step', id: 'Explain', name: 'توضیح', unit: 'front' }], ends: true },
    },
    { type: 'step', id: 'Close', name: 'بستن', unit: 'front' },
  ],
};

test('a list becomes a process with a lane for each unit', async () => {
  const { definitions, faults } = await compile(await listToDiagram(complaint));
  expect(faults).toEqual([]);
  const { nodes, flows, name, processId } = definitions[0]!;
  expect([processId, name]).toEqual(['complaint', 'رسیدگی به شکایت']);
  expect(nodes.get('Check')).toMatchObject({ name: 'بررسی', settings: { unit: { code: 'front' }, form: 'check' } });
  expect(nodes.get('Pay')).toMatchObject({ settings: { unit: { code: 'back' } } });
  expect(nodes.get('Write')).toMatchObject({ name: 'نامه "الف" & <ب>' });
  const follow = (id: string): string[] => (nodes.get(id)?.outgoing ?? []).map((flow) => flows.get(flow)!.to);
  expect(follow('Start')).toEqual(['Check']);
  expect(follow('Check')).toEqual(['Decision_2']);
  expect(follow('Decision_2')).toEqual(['Fork_2_1_1', 'Explain']);
  expect(follow('Fork_2_1_1')).toEqual(['Pay', 'Write']);
  expect(follow('Pay')).toEqual(['Join_2_1_1']);
  expect(follow('Join_2_1_1')).toEqual(['Close']);
  expect(follow('Explain')).toEqual(['End_2_2']);
  expect(follow('Close')).toEqual(['End']);
  const [yes, no] = nodes.get('Decision_2')!.outgoing.map((flow) => flows.get(flow)!);
  expect([yes?.condition, no?.condition]).toEqual(['justified and amount < 500', undefined]);
  expect(nodes.get('Decision_2')).toMatchObject({ defaultFlow: no!.id });
});

test('only what the list leaves out is missing: what is handed over, and what the second end is called', async () => {
  const { faults } = await lint(await listToDiagram(complaint));
  const left = new Set(faults.map(({ code, elementId }) => `${code} ${elementId}`));
  expect(left).toEqual(
    new Set(['hand-off-without-contract Pay', 'hand-off-without-contract Close', 'name-missing End']),
  );
});

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => /\S/.test(text) && isXmlText(text));

/** Control characters cannot be written in XML at all, and forms do not let them in. */
function isXmlText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}

const { items } = fc.letrec<{ items: ListedItem[]; item: ListedItem }>((tie) => ({
  items: fc.array(tie('item'), { maxLength: 3 }),
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      type: fc.constant('step' as const),
      name: word,
      unit: fc.constantFrom(...units),
      form: fc.option(word, { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('decision' as const),
      name: word,
      condition: fc.constantFrom('amount > 500', 'not(urgent)', 'answer = "yes & <no>"'),
      yes: fc.record({ name: word, steps: tie('items') }),
      no: fc.record({ name: word, steps: tie('items') }),
    }),
    fc.record({ type: fc.constant('parallel' as const), rows: fc.array(tie('items'), { maxLength: 3 }) }),
  ),
}));

test('random lists run, overlap nowhere and keep every step in the lane of its unit', async () => {
  await fc.assert(
    fc.asyncProperty(items, async (steps) => {
      const xml = await listToDiagram({ id: 'P', name: 'List', steps });
      const { faults, definitions, executable } = await lint(xml);
      expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(executable).toBe(true);
      const drawing = ['shapes-overlap', 'shape-outside', 'shape-missing', 'gateway-superfluous', 'merge-without-join'];
      expect(faults.filter(({ code }) => drawing.includes(code))).toEqual([]);
      const expected = stepsOf(steps).map(({ name, unit }) => `${name.trim()} ${unit}`);
      const found = [...definitions[0]!.nodes.values()].flatMap((node) =>
        node.type === 'user-task'
          ? [`${node.name} ${node.settings.unit && 'code' in node.settings.unit ? node.settings.unit.code : ''}`]
          : [],
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(await crossings(xml)).toEqual([]);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 30_000 },
  );
});

function stepsOf(list: readonly ListedItem[]): { name: string; unit: string }[] {
  return list.flatMap((item) => {
    if (item.type === 'step') return [item];
    return item.type === 'parallel'
      ? item.rows.flatMap(stepsOf)
      : [...stepsOf(item.yes.steps), ...stepsOf(item.no.steps)];
  });
}

/** Arrows that run through a shape which is not one of their ends. */
async function crossings(xml: string): Promise<string[]> {
  const { definitions } = await readDiagram(xml);
  const plane = childOf(childrenOf(definitions!, 'diagrams')[0]!, 'plane')!;
  const elements = childrenOf(plane, 'planeElement');
  const number = (element: DiagramElement, property: string): number => element.get(property) as number;
  const shapes = elements.flatMap((element) => {
    const of = childOf(element, 'bpmnElement')!;
    return isA(of, 'bpmn:FlowNode') ? [{ id: idOf(of), bounds: childOf(element, 'bounds')! }] : [];
  });
  return elements.flatMap((element) => {
    const flow = childOf(element, 'bpmnElement')!;
    if (!isA(flow, 'bpmn:SequenceFlow')) return [];
    const ends = [idOf(childOf(flow, 'sourceRef')!), idOf(childOf(flow, 'targetRef')!)];
    const points = childrenOf(element, 'waypoint').map((point) => [number(point, 'x'), number(point, 'y')] as const);
    return shapes
      .filter(({ id }) => !ends.includes(id))
      .filter(({ bounds }) =>
        points.slice(1).some(([x2, y2], index) => {
          const [x1, y1] = points[index]!;
          const [left, top] = [number(bounds, 'x'), number(bounds, 'y')];
          const [right, bottom] = [left + number(bounds, 'width'), top + number(bounds, 'height')];
          return (
            Math.max(x1, x2) > left && Math.min(x1, x2) < right && Math.max(y1, y2) > top && Math.min(y1, y2) < bottom
          );
        }),
      )
      .map(({ id }) => `${idOf(flow)} through ${id}`);
  });
}
