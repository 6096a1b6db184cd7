// Makes the diagram of a process that somebody wrote down as a list of steps: a pool, a lane for each unit, and its drawing.
import { drawList } from './draw-list.ts';
import type { DiagramElement } from './diagram-element.ts';
import { layOutList, type Arrow, type LaidOut, type Place } from './lay-out-list.ts';
import type { ListedProcess } from './listed-process.ts';
import { createModdle } from './read-diagram.ts';
import { writeDiagram } from './write-diagram.ts';

type Create = (type: string, properties: Readonly<Record<string, unknown>>) => DiagramElement;

export async function listToDiagram(list: ListedProcess): Promise<string> {
  const moddle = createModdle();
  const create: Create = (type, properties) => moddle.create(type, properties);
  const laidOut = layOutList(list);
  const nodes = new Map(laidOut.places.map((place) => [place.id, createNode(create, place)]));
  const flows = laidOut.arrows.map((arrow) => createFlow(create, arrow, nodes));
  const lanes = [...laidOut.lanes.keys()].map((unit, index) => createLane(create, unit, index, list, laidOut, nodes));
  const process = create('bpmn:Process', {
    id: list.id,
    name: list.name,
    isExecutable: true,
    laneSets: [create('bpmn:LaneSet', { id: 'Lanes', lanes })],
    flowElements: [...nodes.values(), ...flows],
  });
  const pool = create('bpmn:Participant', { id: 'Pool', name: list.name, processRef: process });
  const collaboration = create('bpmn:Collaboration', { id: 'Collaboration', participants: [pool] });
  const definitions = create('bpmn:Definitions', {
    id: 'Diagram',
    targetNamespace: 'urn:rida:bpmn:1',
    rootElements: [collaboration, process],
    diagrams: [drawList(create, laidOut, { collaboration, pool, lanes, nodes, flows })],
  });
  return writeDiagram(definitions);
}

const types: Readonly<Record<Place['kind'], string>> = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  step: 'bpmn:UserTask',
  decision: 'bpmn:ExclusiveGateway',
  merge: 'bpmn:ExclusiveGateway',
  fork: 'bpmn:ParallelGateway',
  join: 'bpmn:ParallelGateway',
};

const createNode = (create: Create, { id, kind, name, form }: Place): DiagramElement =>
  create(types[kind], {
    id,
    ...(name === undefined ? {} : { name }),
    ...(form === undefined ? {} : { 'rida:form': form }),
  });

function createFlow(create: Create, arrow: Arrow, nodes: ReadonlyMap<string, DiagramElement>): DiagramElement {
  const source = nodes.get(arrow.from)!;
  const target = nodes.get(arrow.to)!;
  const flow = create('bpmn:SequenceFlow', {
    id: arrow.id,
    ...(arrow.name === undefined ? {} : { name: arrow.name }),
    sourceRef: source,
    targetRef: target,
    ...(arrow.condition === undefined
      ? {}
      : { conditionExpression: create('bpmn:FormalExpression', { body: `=${arrow.condition}` }) }),
  });
  (source.get('outgoing') as DiagramElement[]).push(flow);
  (target.get('incoming') as DiagramElement[]).push(flow);
  if (arrow.isDefault) source.set('default', flow);
  return flow;
}

function createLane(
  create: Create,
  unit: string,
  index: number,
  { unitNames }: ListedProcess,
  { places }: LaidOut,
  nodes: ReadonlyMap<string, DiagramElement>,
): DiagramElement {
  return create('bpmn:Lane', {
    id: `Lane_${index + 1}`,
    name: unitNames?.[unit] ?? unit,
    'rida:unit': unit,
    flowNodeRef: places.filter(({ lane }) => lane === unit).map(({ id }) => nodes.get(id)!),
  });
}
