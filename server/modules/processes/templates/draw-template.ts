// Writes the diagram of a template in one language: BPMN with its drawing, the lanes called by units, or by roles while no units are chosen.
import type { Language } from '#contract/common.ts';
import { layOutTemplate, type Box } from './lay-out-template.ts';
import { placeName } from './place-name.ts';
import { routeFlow, type Point } from './route-flow.ts';
import type { DrawnTemplate, TemplateFlow, TemplateStep } from './template.ts';

export type LaneUnit = { readonly id: string; readonly name: string };

const tags: Readonly<Record<TemplateStep['kind'], string>> = {
  start: 'startEvent',
  end: 'endEvent',
  task: 'userTask',
  wait: 'intermediateCatchEvent',
  choice: 'exclusiveGateway',
  merge: 'exclusiveGateway',
  fork: 'parallelGateway',
  join: 'parallelGateway',
  either: 'inclusiveGateway',
  gather: 'inclusiveGateway',
};

/** What whoever completes a step without a form is told about the values that the next steps read. */
const notes: Readonly<Record<Language, { value: string; 'yes-no': string; number: string }>> = {
  ar: { value: 'قيمة عند الإكمال', 'yes-no': 'true أو false', number: 'عدد' },
  fa: { value: 'مقدار هنگام انجام', 'yes-no': 'true یا false', number: 'عدد' },
  en: { value: 'Value on completion', 'yes-no': 'true or false', number: 'a number' },
};

const safe = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `id`: of the process in the diagram. `units`: by role; without, it is only looked at. `forms`: by step, the keys of those that are there. */
export function drawTemplate(
  template: DrawnTemplate,
  {
    id,
    language,
    name,
    units,
    forms = new Map(),
  }: {
    id: string;
    language: Language;
    name?: string;
    units?: ReadonlyMap<string, LaneUnit>;
    forms?: ReadonlyMap<string, string>;
  },
): string {
  const { roles, steps, flows } = template;
  const called = safe(name ?? template.name[language]);
  const flowIds = new Map(flows.map((flow) => [flow, `Flow_${flow.from}_${flow.to}`]));
  const laidOut = layOutTemplate(template);
  const lane = (role: (typeof roles)[number], at: number): string => {
    const unit = units?.get(role.key);
    const inside = steps.filter((step) => step.role === role.key);
    const said = unit ? `name="${safe(unit.name)}" rida:unit="${unit.id}"` : `name="${safe(role.name[language])}"`;
    return `      <bpmn:lane id="Lane_${at}" ${said}>${inside.map((step) => `<bpmn:flowNodeRef>${step.id}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`;
  };
  const ways: Point[][] = [];
  for (const flow of flows) {
    const others = [...laidOut.boxes].filter(([step]) => step !== flow.from && step !== flow.to);
    ways.push([
      ...routeFlow({
        from: laidOut.boxes.get(flow.from)!,
        to: laidOut.boxes.get(flow.to)!,
        others: others.map(([, box]) => box),
        gutters: laidOut.gutters,
        drawn: ways,
      }),
    ]);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:rida="urn:rida:bpmn:1" id="Definitions_${id}" targetNamespace="urn:rida:processes">
  <bpmn:collaboration id="Collaboration_${id}">
    <bpmn:participant id="Pool_${id}" name="${called}" processRef="${id}" />
  </bpmn:collaboration>
  <bpmn:process id="${id}" name="${called}" isExecutable="true">
    <bpmn:laneSet id="Lanes_${id}">
${roles.map(lane).join('\n')}
    </bpmn:laneSet>
${steps.map((step) => `    ${node(step)}`).join('\n')}
${flows.map((flow) => `    ${arrow(flow)}`).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Drawing_${id}">
    <bpmndi:BPMNPlane id="Plane_${id}" bpmnElement="Collaboration_${id}">
${[
  shape(`Pool_${id}`, laidOut.pool, true),
  ...roles.map(({ key }, at) => shape(`Lane_${at}`, laidOut.lanes.get(key)!, true)),
  ...steps.map((step) => {
    const box = laidOut.boxes.get(step.id)!;
    return shape(step.id, box, false, step.name && step.kind !== 'task' ? placeName(box, ways) : undefined);
  }),
  ...flows.map((flow, at) => edge(flowIds.get(flow)!, ways[at]!)),
].join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

  function node(step: TemplateStep): string {
    const fallback = ['choice', 'either'].includes(step.kind)
      ? flows.find((flow) => flow.from === step.id && flow.when === undefined)
      : undefined;
    const attributes = [
      `id="${step.id}"`,
      ...(step.name ? [`name="${safe(step.name[language])}"`] : []),
      ...(forms.has(step.id) ? [`rida:form="${forms.get(step.id)!}"`] : []),
      ...(fallback ? [`default="${flowIds.get(fallback)!}"`] : []),
    ].join(' ');
    const inside = [
      documentation(step),
      extensions(step),
      ...flows.filter(({ to }) => to === step.id).map((flow) => `<bpmn:incoming>${flowIds.get(flow)!}</bpmn:incoming>`),
      ...flows
        .filter(({ from }) => from === step.id)
        .map((flow) => `<bpmn:outgoing>${flowIds.get(flow)!}</bpmn:outgoing>`),
      step.kind === 'wait'
        ? `<bpmn:timerEventDefinition id="Timer_${step.id}"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${step.due!}</bpmn:timeDuration></bpmn:timerEventDefinition>`
        : '',
    ].join('');
    return `<bpmn:${tags[step.kind]} ${attributes}>${inside}</bpmn:${tags[step.kind]}>`;
  }

  function documentation({ id: stepId, gives = [] }: TemplateStep): string {
    if (forms.has(stepId)) return '';
    const say = notes[language];
    const lines = gives.map((given) => {
      const value = template.values.find((one) => one.name === given)!;
      const kind =
        value.type === 'text' ? (value.choices ?? []).map((choice) => `"${choice}"`).join(' / ') : say[value.type];
      return `${say.value}: ${given} = ${kind} (${value.meaning[language]})`;
    });
    return lines.length === 0 ? '' : `<bpmn:documentation>${safe(lines.join('\n'))}</bpmn:documentation>`;
  }

  function extensions({ kind, handOff, due, customer }: TemplateStep): string {
    const said = [
      handOff &&
        `<rida:handOff handedOver="${safe(handOff.what[language])}" longestWait="${handOff.longestWait}" workingTime="true">${handOff.criteria.map((criterion) => `<rida:acceptance>${safe(criterion[language])}</rida:acceptance>`).join('')}</rida:handOff>`,
      kind === 'task' && due && `<rida:due value="${due}" workingTime="true" />`,
      ...Object.entries(customer ?? {}).map(
        ([of, text]) => `<rida:customerWords language="${of}">${safe(text)}</rida:customerWords>`,
      ),
    ].filter((one) => typeof one === 'string');
    return said.length === 0 ? '' : `<bpmn:extensionElements>${said.join('')}</bpmn:extensionElements>`;
  }

  function arrow(flow: TemplateFlow): string {
    const said = flow.name ? ` name="${safe(flow.name[language])}"` : '';
    const condition = flow.when
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${safe(`=${flow.when}`)}</bpmn:conditionExpression>`
      : '';
    return `<bpmn:sequenceFlow id="${flowIds.get(flow)!}"${said} sourceRef="${flow.from}" targetRef="${flow.to}">${condition}</bpmn:sequenceFlow>`;
  }
}

const shape = (id: string, box: Box, horizontal = false, name?: Box): string =>
  `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${horizontal ? ' isHorizontal="true"' : ''}>${bounds(box)}${name ? `<bpmndi:BPMNLabel>${bounds(name)}</bpmndi:BPMNLabel>` : ''}</bpmndi:BPMNShape>`;

const bounds = ({ x, y, width, height }: Box): string =>
  `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`;

const edge = (id: string, way: readonly Point[]): string =>
  `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${way.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
