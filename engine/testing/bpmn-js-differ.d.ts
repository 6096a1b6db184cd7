// The door of the differ with which tests compare this product's own.
declare module 'bpmn-js-differ' {
  type DiagramElement = import('../diagram-element.ts').DiagramElement;
  type ById = Readonly<Record<string, unknown>>;

  export function diff(
    before: DiagramElement,
    after: DiagramElement,
  ): { readonly _added: ById; readonly _removed: ById; readonly _changed: ById; readonly _layoutChanged: ById };
}
