// The time zones a browser knows, each found by its name in the reader's language and by its city.
import type { Language } from '#contract/common.ts';
import { isolateLtr } from '#kernel/text/isolate.ts';
import type { Choice } from '#web/ui/form/choice-field.tsx';

const dialect: Record<Language, string> = { ar: 'ar', fa: 'fa', en: 'en-GB' };

export function timeZones(language: Language): Choice[] {
  // Not every browser lists the zone that has no offset.
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...zones].map((zone) => ({ value: zone, label: `${nameOf(zone, language)} · ${isolateLtr(zone)}` }));
}

function nameOf(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(dialect[language], { timeZone: zone, timeZoneName: 'long' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
