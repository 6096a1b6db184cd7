// What every page of the portal needs: the organisation, the language, the formats and the server.
import type { Language, LocaleText } from '#contract/common.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from './api.ts';
import type { Formats } from './formats.ts';
import type { PluralKey, TextKey, Values } from './messages.ts';
import type { PortalInfo } from './wire.ts';

export interface Wording {
  language: Language;
  t: (key: TextKey, values?: Values) => string;
  /** `count` chooses the plural form and is written into the text. */
  plural: (key: PluralKey, count: number, written: string, values?: Values) => string;
  changeLanguage: (language: Language) => void;
}

export interface Portal {
  slug: string;
  info: PortalInfo;
  api: Api;
  formats: Formats;
  /** Says something to everybody, screen readers included, without taking the place of the page. */
  announce: (text: string) => void;
}

export const WordingContext = createContext<Wording | null>(null);
export const PortalContext = createContext<Portal | null>(null);

export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (!wording) throw new Error('no wording around this part');
  return wording;
}

/** Only inside pages, which are shown when the organisation is known. */
export function usePortal(): Portal & Wording {
  const portal = useContext(PortalContext);
  const wording = useWording();
  if (!portal) throw new Error('no organisation around this page');
  return { ...portal, ...wording };
}

/** A name in the reader's language, else in any that the organisation gave. */
export function nameIn(language: Language, name: LocaleText): string {
  return name[language] ?? name.ar ?? name.fa ?? name.en ?? '';
}
