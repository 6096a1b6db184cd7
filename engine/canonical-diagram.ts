// Reduces a diagram, or one element of it, to plain data in a fixed order, so that two can be compared.
import { childrenOf, idOf, isElement, type DiagramElement } from './diagram-element.ts';

export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical };

/** `without`: elements that are compared by themselves and are left out here. */
export function canonicalDiagram(
  element: DiagramElement,
  without: (child: DiagramElement) => boolean = () => false,
): { readonly [key: string]: Canonical } {
  return element.$descriptor.isGeneric ? canonicalGeneric(element, without) : canonicalTyped(element, without);
}

export const sameDiagram = (a: DiagramElement, b: DiagramElement): boolean =>
  JSON.stringify(canonicalDiagram(a)) === JSON.stringify(canonicalDiagram(b));

type Without = (child: DiagramElement) => boolean;

function canonicalTyped(element: DiagramElement, without: Without): { readonly [key: string]: Canonical } {
  const said: [string, Canonical][] = [['$type', element.$type]];
  for (const { name, ns, isMany, isReference, isVirtual } of element.$descriptor.properties) {
    if (isVirtual) continue;
    const key = ns?.name ?? name;
    const one = (value: unknown): Canonical =>
      isReference ? nameOfReference(value) : isElement(value) ? canonicalDiagram(value, without) : (value as Canonical);
    if (isMany) {
      const values = childrenOf(element, key).filter((value) => isReference || !isElement(value) || !without(value));
      if (values.length > 0) said.push([key, values.map(one)]);
    } else {
      const value = element.get(key);
      if (value !== undefined && value !== null && !(isElement(value) && !isReference && without(value)))
        said.push([key, one(value)]);
    }
  }
  for (const [key, value] of foreignAttributes(element)) said.push([key, value]);
  return Object.fromEntries(said);
}

/** Where the names of formats are declared is a matter of writing, not of what is said. */
const foreignAttributes = (element: DiagramElement): readonly [string, string][] =>
  Object.entries(element.$attrs ?? {})
    .filter(([key]) => !/^:?xmlns(:|$)/.test(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** An element that no known format describes keeps its attributes as plain properties. */
function canonicalGeneric(element: DiagramElement, without: Without): { readonly [key: string]: Canonical } {
  const attributes = Object.entries(element)
    .filter(([key, value]) => !key.startsWith('$') && typeof value !== 'function' && !/^:?xmlns(:|$)/.test(key))
    .sort(([a], [b]) => (a < b ? -1 : 1)) as [string, Canonical][];
  return {
    $type: `{${element.$descriptor.ns?.uri ?? ''}}${element.$descriptor.ns?.localName ?? element.$type}`,
    ...Object.fromEntries(attributes),
    ...(element.$body === undefined ? {} : { $body: element.$body.trim() }),
    ...(element.$children ? { $children: element.$children.map((child) => canonicalDiagram(child, without)) } : {}),
  };
}

const nameOfReference = (value: unknown): Canonical =>
  isElement(value) ? `#${idOf(value)}` : ((value ?? null) as Canonical);
