// Two versions of a diagram differ by what a reader would call a difference, and by nothing that the common differ sees and this one not.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diff } from 'bpmn-js-differ';
import { expect, test } from 'vitest';
import { compareDiagrams, type DiagramChange } from './compare-diagrams.ts';
import { readDiagram } from './read-diagram.ts';

const original = await readFile(join(import.meta.dirname, 'diagrams/from-camunda-7.bpmn'), 'utf8');

async function changesAfter(...edits: readonly (readonly [string, string])[]): Promise<readonly DiagramChange[]> {
  const xml = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, original);
  const [before, after] = [await readDiagram(original), await readDiagram(xml)];
  const changes = compareDiagrams(before.definitions!, after.definitions!);
  const { _added, _removed, _changed, _layoutChanged } = diff(before.definitions!, after.definitions!);
  const common = [_added, _removed, _changed, _layoutChanged].flatMap((ids) => Object.keys(ids));
  expect(changes.map(({ elementId }) => elementId)).toEqual(expect.arrayContaining(common));
  return changes;
}

test('nothing changed', async () => {
  expect(await changesAfter()).toEqual([]);
});

test('a name, and what another tool says', async () => {
  expect(await changesAfter(['name="Refund"', 'name="Pay back"'], ['R3/PT5M', 'R4/PT5M'])).toEqual([
    {
      elementId: 'Refund',
      change: 'changed',
      type: 'bpmn:ServiceTask',
      name: 'Pay back',
      properties: [
        { property: 'extensionElements', before: expect.anything(), after: expect.anything() },
        { property: 'name', before: 'Refund', after: 'Pay back' },
      ],
    },
  ]);
});

test('a step that is new, with its arrow, and one that is gone', async () => {
  const changes = await changesAfter(
    [
      '<bpmn:sequenceFlow id="Flow_6" sourceRef="Send_answer" targetRef="End_1" />',
      '<bpmn:manualTask id="File" name="File" /><bpmn:sequenceFlow id="Flow_6" sourceRef="Send_answer" targetRef="File" /><bpmn:sequenceFlow id="Flow_8" sourceRef="File" targetRef="End_1" />',
    ],
    ['<bpmn:sequenceFlow id="Flow_7" sourceRef="Reminder" targetRef="End_2" />', ''],
  );
  expect(changes.map(({ change, elementId }) => `${change} ${elementId}`)).toEqual([
    'removed Flow_7',
    'added File',
    'changed Flow_6',
    'added Flow_8',
  ]);
  expect(changes[2]?.properties).toEqual([{ property: 'targetRef', before: '#End_1', after: '#File' }]);
});

test('the time of a timer belongs to its event', async () => {
  expect(await changesAfter(['>P1D<', '>P2D<'])).toEqual([
    expect.objectContaining({ elementId: 'Reminder', change: 'changed', name: 'After a day' }),
  ]);
});

test('a step that goes to another unit', async () => {
  const changes = await changesAfter(
    ['<bpmn:flowNodeRef>Assess</bpmn:flowNodeRef>', ''],
    [
      '<bpmn:flowNodeRef>Refund</bpmn:flowNodeRef>',
      '<bpmn:flowNodeRef>Refund</bpmn:flowNodeRef><bpmn:flowNodeRef>Assess</bpmn:flowNodeRef>',
    ],
  );
  expect(changes).toEqual([
    expect.objectContaining({
      elementId: 'Assess',
      change: 'changed',
      properties: [{ property: 'lane', before: 'Front office', after: 'Back office' }],
    }),
  ]);
});

test('what only stands elsewhere is moved', async () => {
  expect(await changesAfter(['x="300" y="120"', 'x="320" y="120"'])).toEqual([
    { elementId: 'Assess', change: 'moved', type: 'bpmn:UserTask', name: 'Assess complaint', properties: [] },
  ]);
});
