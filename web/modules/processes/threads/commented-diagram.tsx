// A diagram to look at with what was said about its elements: counts as marks in the drawing, the words beside it.
import { useMemo, useState } from 'react';
import { DiagramView } from '../modeler/diagram-view.tsx';
import { namesInDiagram } from '../names-in-diagram.ts';
import classes from './threads.module.css';
import { ThreadsPanel } from './threads-panel.tsx';
import { useThreadMarks } from './use-threads.ts';

export type CommentedDiagramProps = {
  modelId: string;
  /** Null: the draft. */
  version: number | null;
  xml: string;
  label: string;
  fileName: string;
};

export function CommentedDiagram({ modelId, version, xml, label, fileName }: CommentedDiagramProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const names = useMemo(() => namesInDiagram(xml), [xml]);
  const { marks } = useThreadMarks(modelId);
  return (
    <div className={classes['frame']}>
      <div className={classes['pair']}>
        <DiagramView {...{ xml, label, fileName, marks }} selectedId={chosenId} onSelect={setChosenId} />
        <ThreadsPanel
          modelId={modelId}
          version={version}
          chosen={chosenId === null ? null : { id: chosenId, name: names.get(chosenId) ?? null }}
          onChoose={setChosenId}
        />
      </div>
    </div>
  );
}
