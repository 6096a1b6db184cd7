// The parts of the drawing tool that this code uses, with the few doors it goes through.
import type { DiagramElement } from '#engine/diagram-element.ts';

/** A shape or a connection as it is drawn. */
export type Drawn = {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  businessObject: DiagramElement;
  parent?: Drawn;
  host?: Drawn;
  attachers?: Drawn[];
  incoming: Drawn[];
  outgoing: Drawn[];
  source?: Drawn;
  target?: Drawn;
  waypoints?: { x: number; y: number }[];
  /** Of the label of something, which is drawn by itself. */
  labelTarget?: Drawn;
};

export type Place = { x: number; y: number };
export type Size = { width: number; height: number };

export type DiagramServices = {
  canvas: {
    zoom: (level?: number | 'fit-viewport', centre?: 'auto' | Place) => number;
    /** What is seen, in the units of the drawing; `inner` is all that is drawn, `outer` the room on the page in pixels. */
    viewbox: (seen?: Place & Size) => { inner: Place & Size; outer: Size };
    addMarker: (id: string, marker: string) => void;
    removeMarker: (id: string, marker: string) => void;
    scrollToElement: (id: string) => void;
    getRootElement: () => Drawn;
    getContainer: () => HTMLElement;
    scroll: (by: { dx: number; dy: number }) => void;
  };
  elementRegistry: {
    get: (id: string) => Drawn | undefined;
    filter: (wanted: (element: Drawn) => boolean) => Drawn[];
  };
  eventBus: { on: (event: string, priority: number, listener: (event: never) => unknown) => void };
  overlays: {
    add: (id: string, type: string, overlay: { position: object; html: HTMLElement; scale?: boolean }) => string;
    remove: (which: { type: string }) => void;
  };
};

export type ModelerServices = DiagramServices & {
  selection: { select: (element: Drawn | null) => void; get: () => Drawn[] };
  modeling: {
    updateProperties: (element: Drawn, properties: object) => void;
    updateModdleProperties: (element: Drawn, part: DiagramElement, properties: object) => void;
    removeElements: (elements: Drawn[]) => void;
  };
  bpmnFactory: { create: (type: string, properties?: object) => DiagramElement };
  elementFactory: { createShape: (wanted: { type: string }) => Drawn };
  autoPlace: { append: (source: Drawn, shape: Drawn) => Drawn };
  commandStack: { undo: () => void; redo: () => void; canUndo: () => boolean; canRedo: () => boolean };
};
