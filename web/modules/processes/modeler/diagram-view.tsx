// A diagram to look at: dragged and zoomed, with marks at its elements such as how many wait there; a click says which element was meant.
import { Group, Text } from '@mantine/core';
import { IconArrowsHorizontal, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { useT } from '#web/lib/i18n.ts';
import './diagram.css';
import type { DiagramServices, Drawn } from './diagram-services.ts';
import { DiagramFiles } from './diagram-files.tsx';
import { type Drawing, showWhole } from './open-drawing.ts';
import { openViewer } from './open-viewer.ts';
import { Tool } from './tool.tsx';
import { useDrawing } from './use-drawing.ts';
import { useMirrored } from './use-mirrored.ts';

export type DiagramMark = {
  elementId: string;
  tone: 'plain' | 'late' | 'failed' | 'added' | 'removed' | 'changed';
  /** Short, such as a number; `says` is all of it, for whoever points at it. */
  text: string;
  says: string;
};

export type DiagramViewProps = {
  xml: string;
  /** Names the picture for screen readers, and the files made of it. */
  label: string;
  fileName: string;
  marks?: readonly DiagramMark[];
  selectedId?: string | null;
  onSelect?: (elementId: string) => void;
};

export function DiagramView({ xml, label, fileName, marks = [], selectedId = null, onSelect }: DiagramViewProps) {
  const t = useT();
  const [mirrored, choose] = useMirrored();
  const { setHost, drawing, error } = useDrawing<DiagramServices>(openViewer, xml, mirrored);
  const select = useEffectEvent((event: { element: Drawn }) => {
    const element = event.element.labelTarget ?? event.element;
    if (drawing?.get('canvas').getRootElement() !== element) onSelect?.(element.id);
  });
  useEffect(() => {
    drawing?.on('element.click', (event: never) => select(event));
    drawing?.get('canvas').getContainer().querySelector('svg')?.setAttribute('aria-label', label);
  }, [drawing, label]);
  useMarks(drawing, marks, selectedId);
  const zoom = (by: number) => {
    const canvas = drawing?.get('canvas');
    if (canvas) canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  };
  return (
    <div>
      <Group gap={4} mb={6} justify="flex-end">
        <Tool label="diagram.zoom-in" icon={IconPlus} onClick={() => zoom(1.25)} />
        <Tool label="diagram.zoom-out" icon={IconMinus} onClick={() => zoom(0.8)} />
        <Tool label="diagram.fit" icon={IconMaximize} onClick={() => drawing && showWhole(drawing.get('canvas'))} />
        <Tool
          label={mirrored ? 'diagram.as-stored' : 'diagram.mirror'}
          icon={IconArrowsHorizontal}
          onClick={() => choose(!mirrored)}
        />
        <DiagramFiles drawing={drawing} name={fileName} />
      </Group>
      {error ? <Text role="alert">{t('diagram.unreadable')}</Text> : null}
      <figure aria-label={label} style={{ margin: 0, blockSize: 'clamp(320px, 52vh, 640px)' }} hidden={Boolean(error)}>
        <div ref={setHost} dir="ltr" className="rida-diagram" />
      </figure>
    </div>
  );
}

const toned = ['added', 'removed', 'changed'] as const;

function useMarks(
  drawing: Drawing<DiagramServices> | null,
  marks: readonly DiagramMark[],
  selectedId: string | null,
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
  }, [drawing, wanted]);
  useEffect(() => {
    const canvas = drawing?.get('canvas');
    if (!canvas || !selectedId || !drawing?.get('elementRegistry').get(selectedId)) return;
    canvas.addMarker(selectedId, 'selected');
    canvas.scrollToElement(selectedId);
    return () => {
      if (drawing.get('elementRegistry').get(selectedId)) canvas.removeMarker(selectedId, 'selected');
    };
  }, [drawing, selectedId]);
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
