// Resolves pairs of link events: an arrow into the one that throws goes on at the one of that name that catches.
import { linkOf } from './compile-trigger.ts';
import { refuse, type Compiling } from './compiling.ts';
import type { ElementId } from './definition.ts';
import { idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import type { GatheredScope } from './gather-elements.ts';

export interface ResolvedLinks {
  readonly jumps: ReadonlyMap<ElementId, ElementId>;
  /** Links that catch stay in the graph as places that a token passes. */
  readonly catching: readonly { readonly link: DiagramElement; readonly scopeId: ElementId }[];
}

export function resolveLinks(compiling: Compiling, scopes: readonly GatheredScope[]): ResolvedLinks {
  const jumps = new Map<ElementId, ElementId>();
  const catching: { link: DiagramElement; scopeId: ElementId }[] = [];
  for (const { id: scopeId, links } of scopes) {
    const byName = new Map<string, DiagramElement>();
    const throwing: { link: DiagramElement; name: string }[] = [];
    for (const link of links) {
      const name = nameOf(link);
      if (name === undefined) refuse(compiling, 'link-without-name', link);
      else if (isA(link, 'bpmn:ThrowEvent')) throwing.push({ link, name });
      else if (byName.has(name)) refuse(compiling, 'link-twice', link, { name });
      else {
        byName.set(name, link);
        catching.push({ link, scopeId });
      }
    }
    for (const { link, name } of throwing) {
      const partner = byName.get(name);
      if (!partner) refuse(compiling, 'link-without-partner', link, { name });
      else jumps.set(idOf(link), idOf(partner));
    }
    for (const [name, link] of byName)
      if (!throwing.some((each) => each.name === name)) refuse(compiling, 'link-without-partner', link, { name });
  }
  return { jumps, catching };
}

/** Some tools write the name only below the circle. */
function nameOf(link: DiagramElement): string | undefined {
  const definition = linkOf(link);
  return (definition && wordsOf(definition, 'name')) ?? wordsOf(link, 'name');
}
