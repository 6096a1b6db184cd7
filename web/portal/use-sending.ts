// The state of one request that a person started: under way, refused, done.
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from './problem.ts';

export interface Sending {
  busy: boolean;
  problem: Problem | null;
  /** `refused` may deal with a problem itself by returning true. */
  send: (work: () => Promise<void>, refused?: (problem: Problem) => boolean | void) => Promise<void>;
  reset: () => void;
}

export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(work: () => Promise<void>, refused?: (problem: Problem) => boolean | void) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const met = asProblem(error);
      if (!refused?.(met)) setProblem(met);
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, send, reset: () => setProblem(null) };
}
