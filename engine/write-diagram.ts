// Writes a diagram as XML; one that nobody changed since it was imported goes out as it came in, byte for byte.
import { sameDiagram } from './canonical-diagram.ts';
import type { DiagramElement } from './diagram-element.ts';
import { createModdle, readDiagram } from './read-diagram.ts';

/**
 * `original`: the text that was imported. Comments, processing instructions, the order of attributes and the spaces between
 * elements live only there: a changed diagram is written without them.
 */
export async function writeDiagram(definitions: DiagramElement, original?: string): Promise<string> {
  if (original !== undefined) {
    const before = (await readDiagram(original)).definitions;
    if (before && sameDiagram(before, definitions)) return original;
  }
  const { xml } = await createModdle().toXML(definitions, { format: true });
  return xml;
}
