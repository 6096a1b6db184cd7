// Finds a region by id, by ISO code, by name in any spelling, or by the way to it ("Riyadh > Diriyah").
import type { Region } from '#contract/customer-record.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Read } from './field-value.ts';

/** `country` settles a name that two countries have. */
export function regionReader(regions: readonly Region[], country: string): (given: unknown) => Read {
  const active = regions.filter((region) => region.active);
  const byId = new Map(active.map((region) => [region.id, region]));
  const byCode = new Map(active.flatMap((region) => (region.code ? [[region.code.toUpperCase(), region.id]] : [])));
  const byName = new Map<string, Region[]>();
  for (const region of active) {
    for (const name of new Set(Object.values(region.name).map((text) => normaliseText(text ?? '')))) {
      if (name === '') continue;
      byName.set(name, [...(byName.get(name) ?? []), region]);
    }
  }
  const known = new Map<string, Read>();

  function liesIn(region: Region | undefined, names: readonly string[]): boolean {
    if (names.length === 0) return true;
    if (region?.parentId == null) return false;
    const parent = byId.get(region.parentId);
    const fits = parent && (byName.get(names.at(-1) ?? '') ?? []).includes(parent);
    return fits ? liesIn(parent, names.slice(0, -1)) : liesIn(parent, names);
  }

  function countryOf(region: Region | undefined): string | null {
    if (!region) return null;
    return region.level === 'country' ? region.code : countryOf(byId.get(region.parentId ?? ''));
  }

  function find(text: string): Read {
    if (byId.has(text)) return { value: text };
    const coded = byCode.get(text.trim().toUpperCase());
    if (coded) return { value: coded };
    const way = text
      .split(/[>/،,\u2190\u2192]/)
      .map(normaliseText)
      .filter((part) => part !== '');
    const named = (byName.get(way.at(-1) ?? '') ?? []).filter((region) => liesIn(region, way.slice(0, -1)));
    const here = named.length > 1 ? named.filter((region) => countryOf(region) === country) : named;
    // A province and its chief city often share a name: the wider one is certain.
    const widest = here.filter((region) => !here.some((other) => other.id === region.parentId));
    if (widest.length === 1) return { value: widest[0]?.id ?? null };
    return { fault: named.length > 1 ? 'region-ambiguous' : 'region-unknown' };
  }

  return (given) => {
    const text = String(given);
    const answer = known.get(text) ?? find(text);
    known.set(text, answer);
    return answer;
  };
}
