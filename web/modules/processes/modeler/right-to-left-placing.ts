// Puts what is appended to an element on its left, where the next step is looked for in a mirrored drawing.
import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil';
import type { DiagramServices, Drawn, Place } from './diagram-services.ts';

type Asked = { shape: Drawn; source: Drawn };

function placeOnTheLeft(
  eventBus: DiagramServices['eventBus'],
  elementRegistry: DiagramServices['elementRegistry'],
): void {
  eventBus.on('autoPlace', 2000, ({ shape, source }: Asked): Place | undefined => {
    if (source.waypoints) return undefined;
    const place = getNewShapePosition(reflect(source) as never, shape as never, elementRegistry as never) as
      | Place
      | undefined;
    return place && { x: -place.x, y: place.y };
  });
}
placeOnTheLeft['$inject'] = ['eventBus', 'elementRegistry'];

/** The same neighbourhood seen in a mirror: the tool knows only how to look to the right. */
function reflect(element: Drawn, seen = new Map<Drawn, Drawn>()): Drawn {
  const known = seen.get(element);
  if (known) return known;
  const flows = (given: Drawn[]) => () =>
    given.map((flow) =>
      Object.create(flow, {
        source: { get: () => flow.source && reflect(flow.source, seen) },
        target: { get: () => flow.target && reflect(flow.target, seen) },
      }),
    );
  const reflected = Object.create(element, {
    x: { value: -element.x - element.width },
    incoming: { get: flows(element.incoming) },
    outgoing: { get: flows(element.outgoing) },
    host: { get: () => element.host && reflect(element.host, seen) },
    attachers: { get: () => element.attachers?.map((attacher) => reflect(attacher, seen)) },
  }) as Drawn;
  seen.set(element, reflected);
  return reflected;
}

export const rightToLeftPlacing = {
  __init__: ['rightToLeftPlacing'],
  rightToLeftPlacing: ['type', placeOnTheLeft],
};
