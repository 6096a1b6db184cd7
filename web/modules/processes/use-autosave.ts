// Saves a draft while it is drawn: one request at a time, the newest state last; stops where somebody else saved meanwhile.
import { useEffect, useRef, useState } from 'react';
import type { DiagramFault } from '#contract/processes.ts';
import { api } from '#web/lib/api.ts';
import { isProblem } from '#web/lib/problem-error.ts';

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** The words are kept in the page; the next change tries again. */
  | { kind: 'failed'; error: unknown }
  | { kind: 'behind' };

/** Long enough that a name is one save, short enough that nothing is lost by a closed lid. */
const pause = 1200;

export function useAutosave(modelId: string, firstRevision: number, firstFaults: readonly DiagramFault[]) {
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [faults, setFaults] = useState(firstFaults);
  const at = useRef({
    revision: firstRevision,
    /** Gives the diagram as it is when it is asked: it is written once a save, not once a step. */
    newest: null as (() => Promise<string>) | null,
    busy: null as Promise<void> | null,
    stopped: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  async function send(): Promise<void> {
    const now = at.current;
    while (now.newest !== null && !now.stopped) {
      const write = now.newest;
      now.newest = null;
      setState({ kind: 'saving' });
      try {
        // Each save names the one before it.
        // oxlint-disable-next-line no-await-in-loop
        const xml = await write();
        // oxlint-disable-next-line no-await-in-loop
        const saved = await api.processes.saveDraft({ id: modelId, xml, revision: now.revision });
        now.revision = saved.revision;
        setFaults(saved.faults);
      } catch (error) {
        now.newest ??= write;
        now.stopped = isProblem(error, 'process.changed-meanwhile');
        return setState(now.stopped ? { kind: 'behind' } : { kind: 'failed', error });
      }
    }
    setState({ kind: 'saved' });
  }

  /** True when nothing is left unsaved. */
  async function flush(): Promise<boolean> {
    const now = at.current;
    clearTimeout(now.timer);
    await now.busy;
    if (now.newest !== null && !now.stopped) {
      now.busy = send();
      await now.busy;
      now.busy = null;
    }
    return now.newest === null;
  }

  function change(write: () => Promise<string>): void {
    const now = at.current;
    now.newest = write;
    if (now.stopped) return;
    setState((before) => (before.kind === 'saving' ? before : { kind: 'waiting' }));
    clearTimeout(now.timer);
    now.timer = setTimeout(() => void flush(), pause);
  }

  useEffect(() => {
    const now = at.current;
    return () => clearTimeout(now.timer);
  }, []);
  return {
    state,
    faults,
    change,
    flush,
    /** Of the last save. */
    revision: () => at.current.revision,
    unsaved: () => at.current.newest !== null || at.current.busy !== null,
    /** What was drawn and could not be saved. */
    newest: () => at.current.newest,
  };
}
