// Draws a diagram of the sample: lanes of units below each other, steps from left to right, as a modeller would have drawn it.

export type DrawnStep = {
  id: string;
  kind: 'start' | 'end' | 'task' | 'choice';
  name: string;
  /** Place of its lane and its column, from 0. */
  lane: number;
  column: number;
  /** Working time, such as `P2D`. */
  due?: string;
  handOff?: { what: string; criteria: readonly string[]; longestWait: string };
};
export type DrawnFlow = { from: string; to: string; condition?: string; name?: string };
export type DrawnProcess = {
  id: string;
  name: string;
  lanes: readonly string[];
  steps: readonly DrawnStep[];
  flows: readonly DrawnFlow[];
};

const laneHeight = 140;
const columnWidth = 170;
const left = 160;
const top = 80;
const sizes = { start: [36, 36], end: [36, 36], task: [120, 80], choice: [50, 50] } as const;
const tags = { start: 'startEvent', end: 'endEvent', task: 'userTask', choice: 'exclusiveGateway' } as const;

const safe = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function drawDiagram({ id, name, lanes, steps, flows }: DrawnProcess): string {
  const width = (Math.max(...steps.map(({ column }) => column)) + 1) * columnWidth + 60;
  const otherwise = (step: DrawnStep) => flows.find(({ from, condition }) => from === step.id && !condition);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:rida="urn:rida:bpmn:1" id="Definitions_${id}" targetNamespace="urn:rida:processes">
  <bpmn:collaboration id="Collaboration_${id}">
    <bpmn:participant id="Pool_${id}" name="${safe(name)}" processRef="${id}" />
  </bpmn:collaboration>
  <bpmn:process id="${id}" name="${safe(name)}" isExecutable="true">
    <bpmn:laneSet id="Lanes_${id}">
${lanes
  .map(
    (lane, at) =>
      `      <bpmn:lane id="Lane_${id}_${at}" name="${safe(lane)}">${steps
        .filter((one) => one.lane === at)
        .map((one) => `<bpmn:flowNodeRef>${one.id}</bpmn:flowNodeRef>`)
        .join('')}</bpmn:lane>`,
  )
  .join('\n')}
    </bpmn:laneSet>
${steps.map((step) => `    <bpmn:${tags[step.kind]} id="${step.id}" name="${safe(step.name)}"${step.kind === 'choice' ? ` default="${flowId(otherwise(step)!)}"` : ''}>${extensions(step)}</bpmn:${tags[step.kind]}>`).join('\n')}
${flows.map((flow) => `    <bpmn:sequenceFlow id="${flowId(flow)}"${flow.name ? ` name="${safe(flow.name)}"` : ''} sourceRef="${flow.from}" targetRef="${flow.to}">${flow.condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${safe(flow.condition)}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_${id}">
    <bpmndi:BPMNPlane id="Plane_${id}" bpmnElement="Collaboration_${id}">
${shape(`Pool_${id}`, left - 60, top, width + 60, lanes.length * laneHeight, true)}
${lanes.map((_, at) => shape(`Lane_${id}_${at}`, left - 30, top + at * laneHeight, width + 30, laneHeight, true)).join('\n')}
${steps.map((step) => shape(step.id, ...boxOf(step))).join('\n')}
${flows.map((flow) => edge(flow, steps)).join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const flowId = ({ from, to }: DrawnFlow): string => `Flow_${from}_${to}`;

function extensions({ due, handOff }: DrawnStep): string {
  const said = [
    handOff &&
      `<rida:handOff handedOver="${safe(handOff.what)}" longestWait="${handOff.longestWait}" workingTime="true">${handOff.criteria.map((words) => `<rida:acceptance>${safe(words)}</rida:acceptance>`).join('')}</rida:handOff>`,
    due && `<rida:due value="${due}" workingTime="true" />`,
  ].filter((one) => one !== undefined);
  return said.length === 0 ? '' : `<bpmn:extensionElements>${said.join('')}</bpmn:extensionElements>`;
}

function boxOf({ kind, lane, column }: DrawnStep): [x: number, y: number, width: number, height: number] {
  const [width, height] = sizes[kind];
  const middle = { x: left + column * columnWidth + columnWidth / 2, y: top + lane * laneHeight + laneHeight / 2 };
  return [middle.x - width / 2, middle.y - height / 2, width, height];
}

const shape = (id: string, x: number, y: number, width: number, height: number, horizontal = false): string =>
  `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${horizontal ? ' isHorizontal="true"' : ''}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;

/** Out to the right, over to the other lane, in from the left. */
function edge(flow: DrawnFlow, steps: readonly DrawnStep[]): string {
  const [fromX, fromY, fromWidth, fromHeight] = boxOf(steps.find(({ id }) => id === flow.from)!);
  const [toX, toY, , toHeight] = boxOf(steps.find(({ id }) => id === flow.to)!);
  const start = { x: fromX + fromWidth, y: fromY + fromHeight / 2 };
  const end = { x: toX, y: toY + toHeight / 2 };
  const bend = end.x - 15;
  const points = start.y === end.y ? [start, end] : [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end];
  return `      <bpmndi:BPMNEdge id="${flowId(flow)}_di" bpmnElement="${flowId(flow)}">${points.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
}
