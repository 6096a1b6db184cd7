// Marks at elements of a drawing, such as how many wait there or how many comments are open: kept while the drawing is shown.
import { useEffect } from 'react';
import type { DiagramServices } from './diagram-services.ts';
import type { Drawing } from './open-drawing.ts';

export type DiagramMark = {
  elementId: string;
  tone: 'plain' | 'late' | 'failed' | 'added' | 'removed' | 'changed' | 'said';
  /** Short, such as a number; `says` is all of it, for whoever points at it. */
  text: string;
  says: string;
};

const toned = ['added', 'removed', 'changed'] as const;

/** `changes` rises with each change of what is drawn: an element that is new may have waited for its mark. */
export function useMarks<Services extends DiagramServices>(
  drawing: Drawing<Services> | null,
  marks: readonly DiagramMark[],
  changes = 0,
): void {
  const wanted = JSON.stringify(marks);
  useEffect(() => {
    if (!drawing) return;
    const overlays = drawing.get('overlays');
    const canvas = drawing.get('canvas');
    const given = JSON.parse(wanted) as DiagramMark[];
    const here = Map.groupBy(given, ({ elementId }) => elementId);
    for (const [elementId, each] of here) {
      if (!drawing.get('elementRegistry').get(elementId)) continue;
      const html = document.createElement('div');
      html.append(...each.map(chipOf));
      html.style.display = 'flex';
      html.style.gap = '4px';
      // Both are of the drawing, which reads from the left whatever the page does; mirrored, the shape has moved already.
      overlays.add(elementId, 'rida', { position: { top: -14, left: 4 }, html, scale: false });
      for (const { tone } of each) if (isToned(tone)) canvas.addMarker(elementId, `rida-${tone}`);
    }
    return () => {
      // The drawing itself may have been ended with the page.
      try {
        overlays.remove({ type: 'rida' });
        for (const [elementId] of here) for (const tone of toned) canvas.removeMarker(elementId, `rida-${tone}`);
      } catch {
        // Nothing is left to clear.
      }
    };
  }, [drawing, wanted, changes]);
}

const isToned = (tone: DiagramMark['tone']): tone is (typeof toned)[number] => toned.some((one) => one === tone);

function chipOf({ tone, text, says }: DiagramMark): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'rida-diagram-mark';
  chip.dataset['tone'] = tone;
  chip.dir = 'auto';
  chip.title = says;
  chip.textContent = text;
  return chip;
}
