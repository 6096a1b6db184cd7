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
import { type DiagramMark, useMarks } from './use-marks.ts';
import { useMirrored } from './use-mirrored.ts';

export type DiagramViewProps = {
  xml: string;
  /** Names the picture for screen readers, and the files made of it. */
  label: string;
  fileName: string;
  marks?: readonly DiagramMark[];
  selectedId?: string | null;
  onSelect?: (elementId: string) => void;
  /** Where it is only a preview. */
  height?: string;
};

export function DiagramView({
  xml,
  label,
  fileName,
  marks = [],
  selectedId = null,
  onSelect,
  height = 'clamp(320px, 52vh, 640px)',
}: DiagramViewProps) {
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
  useMarks(drawing, marks);
  useSelected(drawing, selectedId);
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
      <figure aria-label={label} style={{ margin: 0, blockSize: height }} hidden={Boolean(error)}>
        <div ref={setHost} dir="ltr" className="rida-diagram" />
      </figure>
    </div>
  );
}

function useSelected(drawing: Drawing<DiagramServices> | null, selectedId: string | null): void {
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
