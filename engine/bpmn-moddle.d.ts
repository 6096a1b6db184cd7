// The door of bpmn-moddle that this code uses; the package types its elements, not itself.
declare module 'bpmn-moddle' {
  type DiagramElement = import('./diagram-element.ts').DiagramElement;

  interface Parsed {
    readonly rootElement: DiagramElement;
    readonly elementsById: Readonly<Record<string, DiagramElement>>;
    readonly warnings: readonly {
      readonly message: string;
      readonly element?: DiagramElement;
      readonly property?: string;
      readonly value?: string;
    }[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<Parsed>;
    toXML(element: DiagramElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): DiagramElement;
  }
}
