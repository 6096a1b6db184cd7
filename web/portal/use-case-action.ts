// Sends what the customer does to the case and deals with the refusals that concern the whole page.
import type { CaseAction } from './api.ts';
import { usePortal } from './portal-context.ts';
import { codes, type Problem } from './problem.ts';
import type { Draft } from './use-draft.ts';
import type { PortalCase } from './wire.ts';
import type { Sending } from './use-sending.ts';

interface CaseActionOptions {
  grant: string;
  onChange: (found: PortalCase) => void;
  refresh: () => Promise<void>;
  onProblem: (problem: Problem | null) => void;
}

export interface CaseActionCall<Values> {
  action: CaseAction;
  body: unknown;
  draft: Draft<Values>;
  sending: Sending;
  /** What is said when it is done. */
  done: string;
  /** `true` when the form deals with this refusal itself. */
  refused?: (problem: Problem) => boolean | void;
}

export type Act = <Values>(call: CaseActionCall<Values>) => void;

/** What a form of the case page is given. */
export interface CaseFormProps {
  shown: PortalCase;
  grant: string;
  act: Act;
}

export function useCaseAction({ grant, onChange, refresh, onProblem }: CaseActionOptions): Act {
  const { api, announce } = usePortal();
  return ({ action, body, draft, sending, done, refused }) => {
    announce('');
    onProblem(null);
    async function work() {
      const found = await api.act(action, body, grant, draft.key);
      draft.clear();
      onChange(found);
      announce(done);
    }
    function deal(problem: Problem): boolean | void {
      // The earlier try did arrive and the words were changed since: show the case, keep the words for another try.
      const changed = problem.status === 409 || problem.code === codes.keyReused;
      if (!problem.undecided) draft.renewKey();
      if (refused?.(problem)) return true;
      if (problem.status === 401) {
        onProblem(problem);
        return true;
      }
      if (changed) void refresh().then(() => onProblem(problem));
      return changed;
    }
    void sending.send(work, deal);
  };
}
