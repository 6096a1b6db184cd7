// What every public page knows: whose it is, in which language, where it lies, and how days and numbers are written there.
import type { Language, LocaleText } from '#contract/common.ts';
import type { OrganisationSettings } from '#contract/organisation.ts';
import { formatDate } from '#kernel/calendar/format-date.ts';
import { builtAddress } from '#platform/http/built-web.ts';
import { html, type Html } from '#platform/http/html.ts';
import type { Digits } from '#kernel/digits.ts';

export interface PublicSite {
  slug: string;
  /** Of all addresses that leave the page: canonical, other languages. No slash at the end. */
  origin: string;
  language: Language;
  /** What the address asked for when it is none of ours, such as "ur". */
  unknown: string | null;
  organisation: Pick<OrganisationSettings, 'name' | 'language' | 'calendar' | 'digits' | 'timeZone' | 'primaryColour'>;
}

/** A page below the language, "/articles/12"; the start page is ''. */
export const addressOf = (site: PublicSite, page = '', language: string = site.language): string =>
  `${portalOf(site)}/knowledge/${language}${page}`;

export const portalOf = (site: PublicSite): string => `/portal/${encodeURIComponent(site.slug)}`;

export const directionOfLanguage = (language: Language): 'rtl' | 'ltr' => (language === 'en' ? 'ltr' : 'rtl');

export function nameIn(language: Language, name: LocaleText): string {
  return name[language] ?? name.ar ?? name.fa ?? name.en ?? '';
}

/** One digit set on a page, as in the portal: English has its own, and Persian has other shapes than Arabic. */
export function digitsOf(site: PublicSite): Digits {
  if (site.organisation.digits === 'latn' || site.language === 'en') return 'latn';
  return site.language === 'fa' ? 'arabext' : 'arab';
}

/** A day in the calendar of the organisation, with the Gregorian one behind it for those who live by that. */
export function dayHtml(site: PublicSite, at: Date): Html {
  const { calendar, timeZone } = site.organisation;
  const settings = { language: site.language, digits: digitsOf(site), calendar, timeZone };
  const other = calendar === 'gregory' ? undefined : formatDate(at, { ...settings, calendar: 'gregory' }, 'long');
  const title = other && html` title="${other}"`;
  return html`<time datetime="${at.toISOString().slice(0, 10)}" ${title}>${formatDate(at, settings, 'long')}</time>`;
}

export const assets = {
  style: (): string | undefined => builtAddress('knowledge.css'),
  /** The file whose letters the page needs first. */
  font: (language: Language): string | undefined =>
    builtAddress(`vazirmatn-${language === 'en' ? 'latin' : 'arabic'}-wght-normal.woff2`),
};
