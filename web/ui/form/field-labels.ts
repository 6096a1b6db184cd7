// Which label each field of a form has, so that the summary can name it.
import { createContext, use, useEffect } from 'react';

export const FieldLabels = createContext(new Map<string, string>());

export function useFieldLabel(name: string, label: string): void {
  const labels = use(FieldLabels);
  useEffect(() => {
    labels.set(name, label);
  }, [labels, name, label]);
}
