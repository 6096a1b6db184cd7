// Mirrors the drawing of a diagram for readers who read from the right; done twice, the drawing is what it was.
import { childOf, childrenOf, type DiagramElement, isA } from '#engine/diagram-element.ts';

/** The band with the name of a pool or lane, always at the left edge of what it names. */
const BAND = 30;

/**
 * Steps and flows go to the other side of an axis. Pools and lanes do too, but keep their bands at the left edge, as they are
 * drawn: so what stands in them moves on by the room of the bands, or the last step would lie under a name.
 */
export function mirrorDrawing(definitions: DiagramElement): void {
  const planes = childrenOf(definitions, 'diagrams').flatMap((diagram) => childOf(diagram, 'plane') ?? []);
  const drawn = planes.flatMap((plane) => childrenOf(plane, 'planeElement'));
  const shapes = drawn.filter((each) => isA(each, 'bpmndi:BPMNShape'));
  const banded = bandedShapes(shapes);
  const room = BAND * Math.max(0, ...[...banded.values()].map(({ depth }) => depth));
  for (const shape of shapes) {
    const bounds = childOf(shape, 'bounds');
    const band = banded.get(shape);
    if (bounds && band) move(bounds, 'x', numberOf(bounds, 'x') - 2 * band.x - band.width);
    else if (bounds) turn(bounds, room);
  }
  for (const edge of drawn.filter((each) => isA(each, 'bpmndi:BPMNEdge')))
    for (const point of childrenOf(edge, 'waypoint')) move(point, 'x', room - numberOf(point, 'x'));
  for (const each of drawn) {
    const bounds = labelBounds(each);
    if (bounds) turn(bounds, room);
  }
}

/** `x` and `width` are of the outermost pool or lane around it, which alone goes to the other side. */
type Banded = { depth: number; x: number; width: number };

function bandedShapes(shapes: readonly DiagramElement[]): Map<DiagramElement, Banded> {
  const lying = shapes.filter((shape) => shape.get('isHorizontal') !== false);
  const shapeOf = new Map(lying.map((shape) => [childOf(shape, 'bpmnElement'), shape]));
  const poolOf = new Map(
    [...shapeOf.keys()].flatMap((element) => {
      const process = element && isA(element, 'bpmn:Participant') ? childOf(element, 'processRef') : undefined;
      return process ? [[process, element] as const] : [];
    }),
  );
  const around = (lane: DiagramElement): DiagramElement | undefined => {
    const owner = lane.$parent?.$parent;
    return owner && isA(owner, 'bpmn:Lane') ? owner : owner && poolOf.get(owner);
  };
  const found = new Map<DiagramElement, Banded>();
  for (const [element, shape] of shapeOf) {
    if (!element || !isA(element, 'bpmn:Participant', 'bpmn:Lane')) continue;
    let outermost = shape;
    let depth = 1;
    for (
      let at = isA(element, 'bpmn:Lane') ? around(element) : undefined;
      at;
      at = isA(at, 'bpmn:Lane') ? around(at) : undefined
    ) {
      outermost = shapeOf.get(at) ?? outermost;
      depth += 1;
    }
    const bounds = childOf(outermost, 'bounds');
    if (bounds) found.set(shape, { depth, x: numberOf(bounds, 'x'), width: numberOf(bounds, 'width') });
  }
  return found;
}

const labelBounds = (drawn: DiagramElement): DiagramElement | undefined => {
  const label = childOf(drawn, 'label');
  return label && childOf(label, 'bounds');
};

const turn = (bounds: DiagramElement, room: number): void =>
  move(bounds, 'x', room - numberOf(bounds, 'x') - numberOf(bounds, 'width'));

const numberOf = (element: DiagramElement, property: string): number => Number(element.get(property)) || 0;

/** To a millionth of a pixel: adding and taking away a width must not leave a trace of its own. */
const move = (element: DiagramElement, property: string, to: number): void =>
  element.set(property, Math.round(to * 1e6) / 1e6 + 0);
