// Changes what is said of an element of the diagram: every change is one step of the drawing tool and can be taken back there.
import { childOf, childrenOf, type DiagramElement, extensionsOf, wordsOf } from '#engine/diagram-element.ts';
import type { Drawn, ModelerServices } from '../modeler/diagram-services.ts';

export type Tools = Pick<ModelerServices, 'modeling' | 'bpmnFactory'>;
type Values = Readonly<Record<string, unknown>>;

/** An empty text takes the attribute away. */
export function setWords({ modeling }: Tools, element: Drawn, property: string, words: string): void {
  modeling.updateProperties(element, { [property]: words.trim() === '' ? undefined : words.trim() });
}

/** Of something that belongs to the element, such as the definition of its timer. */
export function setPart({ modeling }: Tools, element: Drawn, part: DiagramElement, values: Values): void {
  modeling.updateModdleProperties(element, part, values);
}

/** `null` takes it away. `words` tells apart those of which there are several, such as one a language. */
export function setExtension(
  tools: Tools,
  element: Drawn,
  type: string,
  values: Values | null,
  isMeant: (extension: DiagramElement) => boolean = () => true,
): void {
  const { businessObject } = element;
  const holder = childOf(businessObject, 'extensionElements');
  const present = extensionsOf(businessObject, type).find(isMeant);
  if (values && present) return tools.modeling.updateModdleProperties(element, present, values);
  if (!values) {
    if (holder && present)
      tools.modeling.updateModdleProperties(element, holder, {
        values: childrenOf(holder, 'values').filter((each) => each !== present),
      });
    return;
  }
  if (holder) {
    const made = make(tools, type, values, holder);
    return tools.modeling.updateModdleProperties(element, holder, { values: [...childrenOf(holder, 'values'), made] });
  }
  const begun = make(tools, 'bpmn:ExtensionElements', {}, businessObject);
  begun.set('values', [make(tools, type, values, begun)]);
  tools.modeling.updateProperties(element, { extensionElements: begun });
}

export function setInLanguage(tools: Tools, element: Drawn, type: string, language: string, words: string): void {
  const isMeant = (each: DiagramElement) => wordsOf(each, 'language') === language;
  setExtension(tools, element, type, words.trim() === '' ? null : { language, words: words.trim() }, isMeant);
}

/** An expression such as a condition or the length of a timer; empty takes it away. */
export function setExpression(
  tools: Tools,
  element: Drawn,
  holder: DiagramElement,
  property: string,
  words: string,
): void {
  const made = words.trim() === '' ? undefined : make(tools, 'bpmn:FormalExpression', { body: words.trim() }, holder);
  tools.modeling.updateModdleProperties(element, holder, { [property]: made });
}

/** What stands once in a diagram and is meant by several elements: a message, a signal, an error. */
export function setNamed(
  tools: Tools,
  element: Drawn,
  holder: DiagramElement,
  { reference, type, property }: { reference: string; type: string; property: string },
  name: string,
): void {
  const wanted = name.trim();
  if (wanted === '') return tools.modeling.updateModdleProperties(element, holder, { [reference]: undefined });
  const definitions = definitionsOf(element.businessObject);
  const roots = childrenOf(definitions, 'rootElements');
  const present = roots.find((root) => root.$type === type && wordsOf(root, property) === wanted);
  const meant =
    present ?? make(tools, type, { [property]: wanted, ...(property === 'name' ? {} : { name: wanted }) }, definitions);
  if (!present) tools.modeling.updateModdleProperties(element, definitions, { rootElements: [...roots, meant] });
  tools.modeling.updateModdleProperties(element, holder, { [reference]: meant });
}

export function make({ bpmnFactory }: Tools, type: string, values: Values, parent: DiagramElement): DiagramElement {
  const made = bpmnFactory.create(type, values);
  Object.assign(made, { $parent: parent });
  return made;
}

function definitionsOf(element: DiagramElement): DiagramElement {
  let at = element;
  while (at.$parent) at = at.$parent;
  return at;
}
