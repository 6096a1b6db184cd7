// The mirrored view is only a view: back and forth leaves the stored diagram as it was, and the bands of pools stay free.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childOf, childrenOf, type DiagramElement, idOf } from '#engine/diagram-element.ts';
import { createModdle } from '#engine/read-diagram.ts';
import { mirrorDrawing } from './mirror-drawing.ts';

const number = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }),
  fc.double({ min: -2000, max: 2000, noNaN: true }).map((x) => Math.round(x * 100) / 100),
);
const width = fc.integer({ min: 1, max: 900 });

test('mirrored twice, a diagram is written as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(number, width), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      async (places, lying) => {
        const xml = await written(await read(pools(places, lying)));
        const once = await read(xml);
        mirrorDrawing(once);
        const mirrored = await written(once);
        expect(mirrored).not.toBe(xml);
        const twice = await read(mirrored);
        mirrorDrawing(twice);
        expect(await written(twice)).toBe(xml);
      },
    ),
    { numRuns: 25 },
  );
});

test('without pools every step goes to the other side of the axis, its label and flows with it', async () => {
  const definitions = await read(plain);
  mirrorDrawing(definitions);
  expect(placesOf(definitions)).toEqual({ a: -200, b: -380, 'a label': -195, flow: [-200, -280] });
});

test('what stands in a pool with lanes never lies under their names', async () => {
  const definitions = await read(
    pools(
      [
        [0, 600],
        [30, 570],
        [60, 540],
        [100, 100],
        [480, 100],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      true,
    ),
  );
  mirrorDrawing(definitions);
  const { pool, lane, inner, a, b } = placesOf(definitions) as Record<string, number>;
  expect([lane! - pool!, inner! - pool!]).toEqual([30, 60]);
  expect(Math.min(a!, b!)).toBeGreaterThanOrEqual(inner! + 30);
  expect(Math.max(a!, b!) + 100).toBeLessThanOrEqual(pool! + 600);
  expect(a).toBeGreaterThan(b!);
});

const read = async (xml: string): Promise<DiagramElement> => (await createModdle().fromXML(xml)).rootElement;
const written = async (definitions: DiagramElement): Promise<string> =>
  (await createModdle().toXML(definitions, { format: true })).xml;

function placesOf(definitions: DiagramElement): Record<string, unknown> {
  const plane = childOf(childrenOf(definitions, 'diagrams')[0]!, 'plane')!;
  return Object.fromEntries(
    childrenOf(plane, 'planeElement').flatMap((drawn) => {
      const id = idOf(childOf(drawn, 'bpmnElement')!);
      const label = childOf(drawn, 'label');
      const points = childrenOf(drawn, 'waypoint').map((point) => point.get('x'));
      return [
        [id, points.length > 0 ? points : childOf(drawn, 'bounds')?.get('x')],
        ...(label ? [[`${id} label`, childOf(label, 'bounds')?.get('x')]] : []),
      ];
    }),
  );
}

const head = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:test">`;
const shape = (id: string, x: number, w: number, more = '', attributes = '') =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${attributes}><dc:Bounds x="${x}" y="10" width="${w}" height="80"/>${more}</bpmndi:BPMNShape>`;
const flow = (...points: number[]) =>
  `<bpmndi:BPMNEdge id="flow_di" bpmnElement="flow">${points.map((x) => `<di:waypoint x="${x}" y="50"/>`).join('')}</bpmndi:BPMNEdge>`;
const steps = '<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="flow" sourceRef="a" targetRef="b"/>';

const plain = `${head}<bpmn:process id="p">${steps}</bpmn:process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="p">
  ${shape('a', 100, 100, '<bpmndi:BPMNLabel><dc:Bounds x="105" y="1" width="90" height="14"/></bpmndi:BPMNLabel>')}
  ${shape('b', 280, 100)}${flow(200, 280)}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

function pools(places: readonly (readonly [number, number])[], lying: boolean): string {
  const [pool, lane, inner, a, b, other, from, to] = places as [number, number][] & { length: 8 };
  const banded = lying ? ' isHorizontal="true"' : ' isHorizontal="false"';
  return `${head}<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/><bpmn:participant id="other"/></bpmn:collaboration>
  <bpmn:process id="p"><bpmn:laneSet id="s"><bpmn:lane id="lane"><bpmn:childLaneSet id="s2"><bpmn:lane id="inner"/></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>${steps}</bpmn:process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="c">
  ${shape('pool', ...pool!, '', banded)}${shape('other', ...other!)}${shape('lane', ...lane!, '', banded)}${shape('inner', ...inner!, '', banded)}
  ${shape('a', ...a!)}${shape('b', ...b!)}${flow(from![0], to![0])}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
