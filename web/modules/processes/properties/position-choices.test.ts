// What a task may name as its position: as the server finds it when the task opens.
import { expect, test } from 'vitest';
import { childrenOf, idOf, type DiagramElement } from '#engine/diagram-element.ts';
import { readDiagram } from '#engine/read-diagram.ts';
import { processXml } from '#engine/testing/process-xml.ts';
import { isPosition, positionsIn, unitSaidOf, unitsUpward } from './position-choices.ts';

const unit = (id: string, parentId: string | null, name: Record<string, string>) => ({ id, parentId, name });
const units = [
  unit('top', null, { en: 'Company' }),
  unit('desk', 'top', { ar: 'مكتب الاستقبال', en: 'Front desk' }),
  unit('store', 'top', { en: 'Store' }),
];
const position = (id: string, unitId: string, en: string, isHead = false) => ({ id, unitId, title: { en }, isHead });
const positions = [
  position('p1', 'top', 'Auditor'),
  position('p2', 'desk', 'Head of the desk', true),
  position('p3', 'desk', 'Clerk'),
  position('p4', 'top', 'clerk'),
  position('p5', 'store', 'Keeper'),
];
const way = (said?: string, fallback?: string) => unitsUpward(units, said, fallback)?.map(({ id }) => id);
const offered = (said?: string) =>
  positionsIn(positions, unitsUpward(units, said, undefined), ({ title }) => title.en).map(({ id }) => id);

test('the unit is that of the task, else of its innermost lane, also in a subprocess', async () => {
  const { definitions } = await readDiagram(
    processXml(`<bpmn:laneSet id="L"><bpmn:lane id="L1" name="Front desk"><bpmn:flowNodeRef>A</bpmn:flowNodeRef><bpmn:flowNodeRef>Own</bpmn:flowNodeRef><bpmn:flowNodeRef>Sub</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
      <bpmn:userTask id="A" /><bpmn:userTask id="Own" rida:unit="store" /><bpmn:userTask id="Free" />
      <bpmn:subProcess id="Sub"><bpmn:userTask id="In" /></bpmn:subProcess>`),
  );
  const inside = (element: DiagramElement): readonly DiagramElement[] =>
    childrenOf(element, 'flowElements').flatMap((one) => [
      one,
      ...(one.$type === 'bpmn:SubProcess' ? inside(one) : []),
    ]);
  const tasks = inside(childrenOf(definitions!, 'rootElements')[0]!);
  expect(Object.fromEntries(tasks.map((task) => [idOf(task), unitSaidOf(task)]))).toEqual({
    A: 'Front desk',
    Own: 'store',
    Free: undefined,
    Sub: 'Front desk',
    In: 'Front desk',
  });
});

test('a unit is found by its id or a name in any language, with those above it; an expression is not known yet', () => {
  expect([way('DESK'), way('front  desk'), way('مكتب الإستقبال')]).toEqual(Array(3).fill(['desk', 'top']));
  expect(way(undefined, 'store')).toEqual(['store', 'top']);
  expect([way('= unit', 'store'), way('Nowhere', 'store'), way()]).toEqual([undefined, undefined, undefined]);
});

test('titles of the unit and above are offered once each, without heads; all where the unit is not known', () => {
  expect(offered('desk')).toEqual(['p3', 'p1']);
  expect(offered('store')).toEqual(['p5', 'p1', 'p4']);
  // By title; of two of one title either will do.
  expect(offered('= unit')).toEqual(['p1', expect.stringMatching(/p[34]/), 'p5']);
});

test('a position is meant by its id or a title, however it is written', () => {
  const auditor = { id: 'p1', title: { ar: 'مُدقِّق', en: 'Auditor' } };
  expect(['P1', 'auditor ', 'مدقق', 'Clerk'].map((words) => isPosition(auditor, words))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
