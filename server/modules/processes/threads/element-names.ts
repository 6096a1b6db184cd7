// What the elements of a diagram are called, by id: what people say is kept at an element, and it may change its name or go.
import { childrenOf, idOf, partsOf, wordsOf } from '#engine/diagram-element.ts';
import { readDiagram } from '#engine/read-diagram.ts';
import type { Context } from '#platform/context.ts';
import { draftRow } from '../models/drafts.ts';
import { requireVersion } from '../models/versions.ts';

export type ElementNames = ReadonlyMap<string, string | null>;

/** Shapes of the drawing are no elements. What cannot be read has none. */
export async function namesInXml(xml: string): Promise<ElementNames> {
  const names = new Map<string, string | null>();
  const { definitions } = await readDiagram(xml);
  const waiting = definitions ? [...childrenOf(definitions, 'rootElements')] : [];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const id = idOf(element);
    if (id !== '') names.set(id, wordsOf(element, 'name') ?? null);
    waiting.push(...partsOf(element));
  }
  return names;
}

/** Of a version, or of the draft. Throws `process.version-not-found`. */
export async function elementNames(ctx: Context, modelId: string, version: number | null): Promise<ElementNames> {
  const { xml } = version === null ? await draftRow(ctx, modelId) : await requireVersion(ctx, modelId, version);
  return namesInXml(xml);
}
