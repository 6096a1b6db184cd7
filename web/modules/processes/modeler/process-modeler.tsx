// The modeller: tools, canvas, the panel of the chosen element, and below them what is still wrong.
import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsHorizontal,
  IconMaximize,
  IconMinus,
  IconPlayerPlay,
  IconPlus,
  IconSquareRoundedPlus,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import type { DiagramFault } from '#contract/processes.ts';
import { useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import { FaultList } from '../fault-list.tsx';
import { isWork, kindOf } from '../properties/element-kind.ts';
import { PropertiesPanel } from '../properties/properties-panel.tsx';
import './diagram.css';
import { DiagramFiles } from './diagram-files.tsx';
import type { Drawn, ModelerServices } from './diagram-services.ts';

import classes from './modeler.module.css';
import { type Drawing, showWhole } from './open-drawing.ts';
import { openModeler } from './open-modeler.ts';
import { useDrawing } from './use-drawing.ts';
import { Tool } from './tool.tsx';
import { type DiagramMark, useMarks } from './use-marks.ts';
import { useMirrored } from './use-mirrored.ts';

// It brings the whole engine.
const TryOut = lazy(async () => ({ default: (await import('../try-out.tsx')).TryOut }));

export type ProcessModelerProps = {
  /** The drawing begins with it; what happens after that is told by `onChange`. */
  xml: string;
  label: string;
  fileName: string;
  /** Of the process. */
  unitId: string;
  faults: readonly DiagramFault[];
  /** Where the draft stands: saved, or why not. */
  state: ReactNode;
  /** What comes after drawing. */
  action: ReactNode;
  /** `write` gives the diagram as it is when it is asked. */
  onChange: (write: () => Promise<string>) => void;
  /** What else stands beside the drawing than what is said of the chosen element, such as comments. */
  beside?: {
    label: string;
    marks: readonly DiagramMark[];
    panel: (chosen: { id: string; name: string | null } | null, choose: (id: string | null) => void) => ReactNode;
  };
};

export function ProcessModeler({
  xml: given,
  label,
  fileName,
  unitId,
  faults,
  state,
  action,
  onChange,
  beside,
}: ProcessModelerProps) {
  const t = useT();
  const [mirrored, choose] = useMirrored();
  const [xml, setXml] = useState(given);
  const { setHost, drawing, error } = useDrawing<ModelerServices>(openModeler, xml, mirrored);
  const { element, changes, select } = useChosen(drawing, onChange);
  useFaultMarks(drawing, faults, changes);
  const [trying, setTrying] = useState(false);
  const [standing, setStanding] = useState<readonly string[]>([]);
  useStandingMarks(drawing, standing);
  useMarks(drawing, beside?.marks ?? [], changes);
  const [side, setSide] = useState<Side>('properties');
  useEffect(() => {
    drawing?.get('canvas').getContainer().querySelector('svg')?.setAttribute('aria-label', label);
  }, [drawing, label]);

  async function turn(): Promise<void> {
    // The other view begins anew with what is drawn now; its steps can no longer be taken back.
    if (drawing) {
      const now = await drawing.xml();
      if (changes > 0) onChange(async () => now);
      setXml(now);
    }
    choose(!mirrored);
  }
  const zoom = (by: number) => {
    const canvas = drawing?.get('canvas');
    if (canvas) canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  };
  const stack = drawing?.get('commandStack');
  const root = drawing?.get('canvas').getRootElement();
  const chosen = element && element !== root ? element : null;
  const named = drawing ? drawing.get('elementRegistry').filter(isNamed) : [];
  function append(): void {
    if (!drawing || !chosen) return;
    const shape = drawing.get('elementFactory').createShape({ type: 'bpmn:UserTask' });
    drawing.get('autoPlace').append(chosen, shape);
  }
  return (
    <div className={classes['modeler']}>
      <div className={classes['bar']} role="toolbar" aria-label={t('diagram.tools')}>
        <Group gap={4}>
          <Tool label="ui.undo" icon={IconArrowBackUp} disabled={!stack?.canUndo()} onClick={() => stack?.undo()} />
          <Tool
            label="diagram.redo"
            icon={IconArrowForwardUp}
            disabled={!stack?.canRedo()}
            onClick={() => stack?.redo()}
          />
          <Tool
            label="diagram.append-step"
            icon={IconSquareRoundedPlus}
            disabled={!chosen || !mayGoOn(chosen)}
            onClick={append}
          />
          <Tool
            label="diagram.remove"
            icon={IconTrash}
            disabled={!chosen}
            onClick={() => chosen && drawing?.get('modeling').removeElements([chosen])}
          />
        </Group>
        <Select
          aria-label={t('diagram.find')}
          placeholder={t('diagram.find')}
          searchable
          nothingFoundMessage={t('ui.nothing-found')}
          className={classes['find'] ?? ''}
          data={named.map((one) => ({ value: one.id, label: labelOf(one, t) }))}
          value={chosen?.id ?? null}
          onChange={(id) => id && select(id)}
        />
        <span className={classes['state']} role="status">
          {state}
        </span>
        <Group gap={4}>
          <Tool label="diagram.zoom-in" icon={IconPlus} onClick={() => zoom(1.25)} />
          <Tool label="diagram.zoom-out" icon={IconMinus} onClick={() => zoom(0.8)} />
          <Tool label="diagram.fit" icon={IconMaximize} onClick={() => drawing && showWhole(drawing.get('canvas'))} />
          <Tool
            label={mirrored ? 'diagram.as-stored' : 'diagram.mirror'}
            icon={IconArrowsHorizontal}
            onClick={() => void turn()}
          />
          <Tool label="diagram.try-out" icon={IconPlayerPlay} disabled={!drawing} onClick={() => setTrying(true)} />
          <DiagramFiles drawing={drawing} name={fileName} />
        </Group>
        {action}
      </div>
      <div className={classes['canvas']}>
        {error ? <Text role="alert">{t('diagram.unreadable')}</Text> : null}
        <div ref={setHost} dir="ltr" className="rida-diagram" hidden={Boolean(error)} />
      </div>
      <aside className={classes['side']}>
        {beside && !trying ? <SideChoice value={side} label={beside.label} onChange={setSide} /> : null}
        {trying && drawing ? (
          <Suspense>
            <TryOut
              write={() => drawing.xml()}
              onStand={setStanding}
              onClose={() => {
                setTrying(false);
                setStanding([]);
              }}
            />
          </Suspense>
        ) : beside && side === 'beside' ? (
          beside.panel(chosen ? { id: chosen.id, name: writtenName(chosen) || null } : null, (id) =>
            id === null ? drawing?.get('selection').select(null) : select(id),
          )
        ) : chosen && drawing ? (
          <PropertiesPanel
            key={chosen.id}
            element={chosen}
            tools={{ modeling: drawing.get('modeling'), bpmnFactory: drawing.get('bpmnFactory') }}
            readOnly={false}
            unitId={unitId}
            changes={changes}
          />
        ) : (
          <Text c="dimmed">{t('diagram.choose-element')}</Text>
        )}
      </aside>
      <div className={classes['faults']}>
        <FaultList faults={faults} nameOf={(id) => nameOf(drawing, id)} onChoose={select} />
      </div>
    </div>
  );
}

/** The one chosen element, and a number that rises with every change. */
function useChosen(drawing: Drawing<ModelerServices> | null, onChange: ProcessModelerProps['onChange']) {
  const [held, setHeld] = useState<{ of: Drawing<ModelerServices>; element: Drawn | null } | null>(null);
  const [changes, setChanges] = useState(0);
  const changed = useEffectEvent((opened: Drawing<ModelerServices>) => {
    setChanges((count) => count + 1);
    onChange(() => opened.xml());
  });
  useEffect(() => {
    if (!drawing) return;
    const chosen = () => {
      const all = drawing.get('selection').get();
      setHeld({ of: drawing, element: all.length === 1 ? (all[0]!.labelTarget ?? all[0]!) : null });
    };
    drawing.on('selection.changed', chosen);
    drawing.on('commandStack.changed', () => {
      chosen();
      changed(drawing);
    });
  }, [drawing]);
  const select = (id: string) => {
    const wanted = drawing?.get('elementRegistry').get(id);
    if (!drawing || !wanted) return;
    drawing.get('selection').select(wanted);
    if (wanted !== drawing.get('canvas').getRootElement()) drawing.get('canvas').scrollToElement(id);
  };
  // What was chosen in a drawing that has ended is not there any more.
  return { element: held !== null && held.of === drawing ? held.element : null, changes, select };
}

function useFaultMarks(
  drawing: Drawing<ModelerServices> | null,
  faults: readonly DiagramFault[],
  changes: number,
): void {
  useEffect(() => {
    if (!drawing) return;
    const canvas = drawing.get('canvas');
    const registry = drawing.get('elementRegistry');
    const marked = faults.filter(({ elementId }) => elementId && registry.get(elementId));
    const markOf = ({ severity }: DiagramFault) => (severity === 'error' ? 'rida-fault' : 'rida-warning');
    for (const fault of marked) canvas.addMarker(fault.elementId, markOf(fault));
    return () => {
      for (const fault of marked)
        if (registry.get(fault.elementId)) canvas.removeMarker(fault.elementId, markOf(fault));
    };
  }, [drawing, faults, changes]);
}

function useStandingMarks(drawing: Drawing<ModelerServices> | null, standing: readonly string[]): void {
  useEffect(() => {
    if (!drawing) return;
    const canvas = drawing.get('canvas');
    const here = standing.filter((id) => drawing.get('elementRegistry').get(id));
    for (const id of here) canvas.addMarker(id, 'rida-stands');
    return () => {
      for (const id of here) if (drawing.get('elementRegistry').get(id)) canvas.removeMarker(id, 'rida-stands');
    };
  }, [drawing, standing]);
}

type Side = 'properties' | 'beside';

function SideChoice({ value, label, onChange }: { value: Side; label: string; onChange: (side: Side) => void }) {
  const t = useT();
  return (
    <SegmentedControl
      fullWidth
      mb="sm"
      aria-label={t('process-thread.beside')}
      value={value}
      data={[
        { value: 'properties', label: t('process-thread.properties') },
        { value: 'beside', label },
      ]}
      onChange={(next) => onChange(next as Side)}
    />
  );
}

const isNamed = (element: Drawn): boolean =>
  !element.labelTarget && kindOf(element) !== 'other' && element.parent !== undefined;

const mayGoOn = (element: Drawn): boolean =>
  isWork(element) || (/Task|Gateway|Event|Activity|SubProcess/.test(element.type) && element.type !== 'bpmn:EndEvent');

function labelOf(element: Drawn, t: ReturnType<typeof useT>): string {
  const name = writtenName(element);
  const kind = t(`diagram.kind.${kindOf(element)}` as MessageKey);
  return name ? `${name} · ${kind}` : `${kind} · ${element.id}`;
}

function nameOf(drawing: Drawing<ModelerServices> | null, id: string): string {
  const element = id ? drawing?.get('elementRegistry').get(id) : undefined;
  return element ? writtenName(element) : '';
}

function writtenName(element: Drawn): string {
  const name = element.businessObject.get('name');
  return typeof name === 'string' ? name.trim() : '';
}
