// Chooses the language of a public page: what the address asks for, or the nearest of those we write.
import type { Language } from '#contract/common.ts';

export const publicLanguages = ['ar', 'fa', 'en'] as const satisfies readonly Language[];

export const languageIn = (code: string): Language | undefined => publicLanguages.find((one) => one === code);

/** Whose readers read which of ours: by script, and by what is learnt at school there. */
const neighbours: Readonly<Record<string, Language>> = {
  prs: 'fa',
  tg: 'fa',
  lrc: 'fa',
  mzn: 'fa',
  glk: 'fa',
  az: 'fa',
  arz: 'ar',
  ary: 'ar',
  apc: 'ar',
  ajp: 'ar',
  acm: 'ar',
  afb: 'ar',
  ckb: 'ar',
};

/**
 * The nearest of our languages to a code of any other (BCP 47, "fa-AF"): its own, a neighbour's, else what the reader's
 * browser asks for, else the organisation's.
 */
export function nearestLanguage(code: string, accepted: string | undefined, organisation: Language): Language {
  const primary = code.toLowerCase().split(/[-_]/)[0]!;
  return languageIn(primary) ?? neighbours[primary] ?? acceptedLanguage(accepted) ?? organisation;
}

/** The first of ours in an Accept-Language header, by its weights. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [code = '', ...parameters] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters[0] ?? '')?.[1] ?? 1);
      return { language: languageIn(code.toLowerCase().split('-')[0]!), weight, index };
    })
    .filter((one) => one.language !== undefined && one.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0]?.language;
}
