// The form of the chosen subject, with the code that shows and checks it: both are loaded when a subject has one.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { usePortal } from './portal-context.ts';
import { asProblem, type Problem } from './problem.ts';
import type { FormVersion } from './wire.ts';

export type AskedForm = { version: FormVersion; part: typeof import('./form-part.tsx') };
type Standing = { of: string; form: AskedForm | null; problem: Problem | null };

export interface CategoryForm {
  /** Null: none is asked, or it has not come yet. */
  form: AskedForm | null;
  /** It is on its way, or could not be loaded: nothing can be sent yet. */
  missing: boolean;
  problem: Problem | null;
  retry: () => void;
}

export function useCategoryForm(categoryId: string): CategoryForm {
  const { api, info } = usePortal();
  const asks = info.categories.some((each) => each.id === categoryId && each.formId !== null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!asks) return;
    let current = true;
    const set = (next: Omit<Standing, 'of'>) => current && setStanding({ of: categoryId, ...next });
    Promise.all([api.form(categoryId), import('./form-part.tsx')]).then(
      ([{ version }, part]) => set({ form: version && { version, part }, problem: null }),
      (error: unknown) => set({ form: null, problem: asProblem(error) }),
    );
    return () => {
      current = false;
    };
  }, [api, asks, categoryId, tries]);
  const retry = useCallback(() => {
    setStanding(null);
    setTries((before) => before + 1);
  }, []);
  const own = asks && standing?.of === categoryId ? standing : null;
  return {
    form: own?.form ?? null,
    missing: asks && (own === null || own.problem !== null),
    problem: own?.problem ?? null,
    retry,
  };
}
