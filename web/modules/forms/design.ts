// What is being designed: the name of a form and its sections, as the page's form holds them, and the faults at their places.
import { createContext, use } from 'react';
import { z } from 'zod';
import { FormDefinition } from '#contract/forms.ts';
import { LocaleText } from '#contract/common.ts';
import { checkForm, type FormFault } from '#kernel/forms/check-form.ts';
import type { FormSection } from '#kernel/forms/form-definition.ts';

export const Design = z.object({ name: LocaleText, definition: FormDefinition });
export type Design = z.infer<typeof Design>;

/** `sections.0.fields.1.label` → codes. */
export type Faults = ReadonlyMap<string, readonly FormFault['code'][]>;

export function faultsIn(definition: Design['definition']): Faults {
  const faults = new Map<string, FormFault['code'][]>();
  for (const { code, path } of checkForm(definition)) {
    const place = path.join('.');
    faults.set(place, [...(faults.get(place) ?? []), code]);
  }
  return faults;
}

/** Those of a field, wherever in it. */
export function faultsUnder(faults: Faults, path: string): FormFault['code'][] {
  return [...faults].flatMap(([place, codes]) => (place.startsWith(`${path}.`) ? codes : []));
}

export const sectionsOf = (definition: Design['definition']): readonly FormSection[] => definition.sections;

type Designing = {
  faults: Faults;
  /** Keys that were published: what was answered is kept under them. */
  fixedKeys: ReadonlySet<string>;
  currency: string;
};
export const DesignContext = createContext<Designing>({ faults: new Map(), fixedKeys: new Set(), currency: 'USD' });
export const useDesigning = (): Designing => use(DesignContext);
