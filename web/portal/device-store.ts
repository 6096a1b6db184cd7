// What this device keeps between visits: language, cases with their grants, and the last known portal settings.
import type { Language } from '#contract/common.ts';
import type { StateLook } from './state-look.ts';
import type { PortalInfo } from './wire.ts';

/** A case this device may open. Number and the rest are unknown until a grant from a link was used once. */
export interface KeptCase {
  grant: string;
  number: string | null;
  trackingCode: string | null;
  subject: string | null;
  look: StateLook | null;
  seenAt: string | null;
  /** Where answers go, as typed on this device; shown on the receipt only. */
  contact: string | null;
  /** By when an answer was promised as it was received; shown on the receipt only. */
  answerBy: string | null;
}

const mostCases = 20;
/** Private windows and full disks refuse storage; the page then works until it is closed. */
const memory = new Map<string, string>();

export function readKept<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key) ?? memory.get(key);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    const text = memory.get(key);
    return text ? (JSON.parse(text) as T) : null;
  }
}

export function writeKept(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Kept in memory above.
  }
}

export function dropKept(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
}

export function keptCases(slug: string): KeptCase[] {
  return readKept<KeptCase[]>(`rida:${slug}:cases`) ?? [];
}

/** Null as number finds the newest case whose number is not known yet. */
export function keptCase(slug: string, number: string | null): KeptCase | null {
  return keptCases(slug).find((kept) => kept.number === number) ?? null;
}

/** The newest grant of a case replaces the older one; what is not given anew stays. */
export function keepCase(slug: string, change: Partial<KeptCase> & { grant: string }): void {
  const same = (kept: KeptCase) =>
    kept.grant === change.grant || (change.number != null && kept.number === change.number);
  const cases = keptCases(slug);
  const known = cases.find((kept) => same(kept) && kept.number !== null) ?? cases.find(same);
  const blank = {
    number: null,
    trackingCode: null,
    subject: null,
    look: null,
    seenAt: null,
    contact: null,
    answerBy: null,
  };
  writeKept(
    `rida:${slug}:cases`,
    [{ ...blank, ...known, ...change }, ...cases.filter((kept) => !same(kept))].slice(0, mostCases),
  );
}

export function forgetCase(slug: string, grant: string): void {
  writeKept(
    `rida:${slug}:cases`,
    keptCases(slug).filter((kept) => kept.grant !== grant),
  );
}

export function keptInfo(slug: string): PortalInfo | null {
  return readKept<PortalInfo>(`rida:${slug}:info`);
}

export function keepInfo(slug: string, info: PortalInfo): void {
  writeKept(`rida:${slug}:info`, info);
}

/** The customer's own choice, or null when none was made on this device. */
export function keptLanguage(): Language | null {
  const kept = readKept<string>('rida:language') ?? /(?:^|; )rida_language=(\w+)/.exec(document.cookie)?.[1];
  return kept === 'ar' || kept === 'fa' || kept === 'en' ? kept : null;
}

/** A page of the knowledge base leads here in the language in which it was read. */
export function askedLanguage(): Language | null {
  const asked = new URLSearchParams(location.search).get('language');
  return asked === 'ar' || asked === 'fa' || asked === 'en' ? asked : null;
}

/** Also as a cookie, so that the server sends the right `lang` and `dir` before the first paint. */
export function keepLanguage(language: Language): void {
  writeKept('rida:language', language);
  document.cookie = `rida_language=${language}; path=/; max-age=31536000; samesite=lax`;
}
