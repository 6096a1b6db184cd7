// Draws a draft and saves it by itself; says where it stands, and what to do where somebody else was first.
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconClock, IconCloudOff, IconLoader2, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { DiagramFault } from '#contract/processes.ts';
import { useT } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { saveFile } from '#web/lib/save-file.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { AskBeforeLeaving } from '#web/ui/leave-question.tsx';
import { ProcessModeler } from './modeler/process-modeler.tsx';
import classes from './processes.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { ThreadsPanel } from './threads/threads-panel.tsx';
import { useThreadMarks } from './threads/use-threads.ts';
import { type SaveState, useAutosave } from './use-autosave.ts';
import { type Draft, type Model, refreshProcesses } from './use-processes.ts';

export type DraftEditorProps = {
  model: Model;
  draft: Draft;
  faults: readonly DiagramFault[];
  /** Throws away what is drawn here and begins with what was saved by somebody else. */
  onTheirs: () => Promise<void>;
};

export function DraftEditor({ model, draft, faults: firstFaults, onTheirs }: DraftEditorProps) {
  const t = useT();
  const text = useLocaleText();
  const { state, faults, change, flush, revision, unsaved, newest } = useAutosave(
    model.id,
    draft.revision,
    firstFaults,
  );
  const [asking, setAsking] = useState(false);
  const threads = useThreadMarks(model.id);
  // What waits is saved first; only what cannot be saved is worth a question.
  const cannotSave = async (): Promise<boolean> => {
    const saved = await flush();
    if (saved) void refreshProcesses();
    return !saved;
  };
  return (
    <>
      {state.kind === 'behind' ? (
        <Alert role="alert" color="red" variant="light" mb="sm" title={t('process.behind')}>
          <Text mb="xs">{t('process.behind-hint')}</Text>
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => void newest()?.().then((xml) => saveFile(xml, `${model.key}.bpmn`, 'application/xml'))}
            >
              {t('process.keep-mine')}
            </Button>
            <Button onClick={() => void onTheirs()}>{t('process.take-theirs')}</Button>
          </Group>
        </Alert>
      ) : null}
      <ProcessModeler
        xml={draft.xml}
        label={text(model.name)}
        fileName={model.key}
        unitId={model.unit.id}
        faults={faults}
        state={<SaveMark state={state} />}
        action={
          <Button
            leftSection={<IconSend size={16} data-flips aria-hidden />}
            onClick={() => void flush().then((saved) => saved && setAsking(true))}
          >
            {t(model.mayPublish ? 'process.publish' : 'process.propose')}
          </Button>
        }
        onChange={change}
        beside={{
          label: threads.all > 0 ? t('process-thread.count', { count: threads.all }) : t('process-thread.title'),
          marks: threads.marks,
          panel: (chosen, choose) => (
            // What is commented on must be in the draft that was saved.
            <ThreadsPanel modelId={model.id} version={null} chosen={chosen} onChoose={choose} before={flush} />
          ),
        }}
      />
      {asking ? (
        <PublishDialog model={model} revision={revision()} faults={faults} onClose={() => setAsking(false)} />
      ) : null}
      <AskBeforeLeaving stays={cannotSave} unsaved={unsaved}>
        {t('process.leave-unsaved')}
      </AskBeforeLeaving>
    </>
  );
}

function SaveMark({ state }: { state: SaveState }) {
  const t = useT();
  const Icon = {
    saved: IconCheck,
    waiting: IconClock,
    saving: IconLoader2,
    failed: IconCloudOff,
    behind: IconCloudOff,
  }[state.kind];
  return (
    <span className={classes['save-state']} data-kind={state.kind}>
      <Icon size={16} aria-hidden />
      {state.kind === 'failed'
        ? `${t('process.save.failed')} ${problemText(state.error)}`
        : t(`process.save.${state.kind}`)}
    </span>
  );
}
