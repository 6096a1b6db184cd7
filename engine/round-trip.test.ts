// Diagrams of other tools come back out with all that those tools wrote into them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sameDiagram } from './canonical-diagram.ts';
import { childrenOf, idOf, type DiagramElement } from './diagram-element.ts';
import { readDiagram } from './read-diagram.ts';
import { xmlTree, type XmlTree } from './testing/xml-tree.ts';
import { writeDiagram } from './write-diagram.ts';

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, 'diagrams', name), 'utf8');

const tools = ['from-camunda-7.bpmn', 'from-camunda-8.bpmn', 'from-flowable.bpmn', 'from-signavio.bpmn'];

/** What the standard takes for granted anyway; a changed diagram is written without it. */
const takenForGranted: Readonly<Record<string, string>> = {
  completionQuantity: '1',
  startQuantity: '1',
  isForCompensation: 'false',
  isCollection: 'false',
  isSequential: 'false',
  cancelActivity: 'true',
  textFormat: 'text/plain',
  typeLanguage: 'http://www.w3.org/2001/XMLSchema',
  expressionLanguage: 'http://www.w3.org/1999/XPath',
};

const withoutDefaults = (tree: XmlTree): XmlTree => ({
  ...tree,
  attributes: Object.fromEntries(
    Object.entries(tree.attributes).filter(([name, value]) => takenForGranted[name.replace('{}', '')] !== value),
  ),
  children: tree.children.map(withoutDefaults),
});

const find = (root: DiagramElement, id: string): DiagramElement | undefined =>
  idOf(root) === id
    ? root
    : ['rootElements', 'flowElements']
        .flatMap((property) => childrenOf(root, property))
        .map((child) => find(child, id))
        .find((found) => found !== undefined);

test.each(tools)('%s: read, written and read again it is the same', async (name) => {
  const xml = await read(name);
  const { definitions, faults } = await readDiagram(xml);
  expect(faults).toEqual([]);
  const written = await writeDiagram(definitions!);
  expect(withoutDefaults(xmlTree(written))).toEqual(withoutDefaults(xmlTree(xml)));
  const again = await readDiagram(written);
  expect(again.faults).toEqual([]);
  expect(sameDiagram(definitions!, again.definitions!)).toBe(true);
});

test.each(tools)('%s: unchanged it goes out byte for byte, comments and spaces too', async (name) => {
  const xml = await read(name);
  const { definitions } = await readDiagram(xml);
  expect(await writeDiagram(definitions!, xml)).toBe(xml);
});

test('a change is written, and what other tools said beside it stays', async () => {
  const xml = await read('from-camunda-7.bpmn');
  const { definitions } = await readDiagram(xml);
  find(definitions!, 'Assess')!.set('rida:form', 'assess');
  const written = await writeDiagram(definitions!, xml);
  expect(written).not.toBe(xml);
  expect(written).toContain('rida:form="assess"');
  expect(written).toContain('xmlns:rida="urn:rida:bpmn:1"');
  const kept = (await readDiagram(written)).definitions!;
  find(kept, 'Assess')!.set('rida:form', undefined);
  expect(sameDiagram(kept, (await readDiagram(xml)).definitions!)).toBe(true);
});

test('a change in a part that only another tool understands is seen', async () => {
  const xml = await read('from-camunda-7.bpmn');
  const other = xml.replace('R3/PT5M', 'R4/PT5M');
  expect(other).not.toBe(xml);
  const { definitions } = await readDiagram(other);
  expect(await writeDiagram(definitions!, xml)).toContain('R4/PT5M');
});
