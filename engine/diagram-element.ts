// One element of a diagram as the parser gives it, and the few ways in which it is read.
import type { ElementId } from './definition.ts';

export interface DiagramElement {
  readonly $type: string;
  readonly $parent?: DiagramElement;
  readonly $descriptor: {
    readonly isGeneric?: boolean;
    readonly ns?: { readonly uri?: string; readonly localName?: string };
    readonly properties: readonly {
      readonly name: string;
      readonly ns?: { readonly name: string };
      readonly isMany?: boolean;
      readonly isReference?: boolean;
      readonly isVirtual?: boolean;
    }[];
  };
  /** Attributes that no known format describes. */
  readonly $attrs?: Readonly<Record<string, string>>;
  /** Of an element that no known format describes: what is in it. */
  readonly $children?: readonly DiagramElement[];
  readonly $body?: string;
  $instanceOf(type: string): boolean;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
}

export const idOf = (element: DiagramElement): ElementId => wordsOf(element, 'id') ?? '';

export const isA = (element: DiagramElement, ...types: readonly string[]): boolean =>
  types.some((type) => element.$instanceOf(type));

/** What is written in an attribute or a body, without space around it; nothing where it is empty. */
export function wordsOf(element: DiagramElement, property: string): string | undefined {
  const value = element.get(property);
  const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return words === '' ? undefined : words;
}

export const saysYes = (element: DiagramElement, property: string): boolean => element.get(property) === true;

export const childOf = (element: DiagramElement, property: string): DiagramElement | undefined =>
  (element.get(property) as DiagramElement | undefined) ?? undefined;

export const childrenOf = (element: DiagramElement, property: string): readonly DiagramElement[] =>
  (element.get(property) as readonly DiagramElement[] | undefined) ?? [];

/** What this product keeps of an element beside the standard, such as `rida:HandOff`. */
export function extensionsOf(element: DiagramElement, type: string): readonly DiagramElement[] {
  const holder = childOf(element, 'extensionElements');
  return holder ? childrenOf(holder, 'values').filter((value) => isA(value, type)) : [];
}

export const isElement = (value: unknown): value is DiagramElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/** What stands in an element, of known formats and others; references lead elsewhere and are left out. */
export function partsOf(element: DiagramElement): readonly DiagramElement[] {
  if (element.$descriptor.isGeneric) return element.$children ?? [];
  return element.$descriptor.properties.flatMap(({ name, ns, isMany, isReference, isVirtual }) => {
    if (isReference || isVirtual) return [];
    const value = element.get(ns?.name ?? name);
    return (isMany ? (value as readonly unknown[]) : [value]).filter(isElement);
  });
}
