// The frame of every public page: head with its links between languages, organisation, search, and what stands at the foot.
import { createHash } from 'node:crypto';
import type { Language } from '#contract/common.ts';
import { brandColours } from '#kernel/brand-colour.ts';
import { html, trustedHtml, type Html } from '#platform/http/html.ts';
import { publicLanguages } from './public-language.ts';
import { addressOf, assets, directionOfLanguage, nameIn, portalOf, type PublicSite } from './public-site.ts';
import { say } from './public-texts.ts';

export interface PublicPage {
  title: string;
  description: string;
  /** Below the language, "/articles/12". */
  path: string;
  /** Languages in which this page exists, for search engines; the switch offers all. */
  languages: readonly Language[];
  /** Which of them is shown, where it is another than that of the site. */
  shown?: Language;
  /** Not for search engines: results, refusals. */
  hidden?: boolean;
  /** What was searched for. */
  words?: string;
  /** From the start page to above this one. */
  above?: readonly { title: string; path: string }[];
  main: Html;
}

export function frame(site: PublicSite, page: PublicPage): string {
  const { language } = site;
  const organisation = nameIn(language, site.organisation.name);
  const isStart = page.path === '';
  const title = isStart ? `${say(language, 'name')}: ${organisation}` : `${page.title} | ${organisation}`;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOfLanguage(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <meta name="description" content="${page.description}" />
        ${page.hidden ? html`<meta name="robots" content="noindex" />` : linksBetweenLanguages(site, page)}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${link('preload', assets.font(language), html` as="font" type="font/woff2" crossorigin`)}
        ${link('stylesheet', assets.style(), null)} ${brandStyle(site)}
      </head>
      <body>
        <a class="skip" href="#content">${say(language, 'skip')}</a>
        <header class="top">
          <div class="top-row">
            <a class="organisation" href="${portalOf(site)}">${mark}<bdi>${organisation}</bdi></a>
            <nav class="languages" aria-label="${say(language, 'language.label')}">
              ${publicLanguages.map((each) => languageLink(site, page, each))}
            </nav>
          </div>
        </header>
        <main id="content" class="page knowledge" tabindex="-1">
          ${!isStart && pathHtml(site, page)}
          ${site.unknown && notice(say(language, 'language.unknown', { asked: site.unknown, shown: say(language, `language.name.${language}`) }))}
          ${page.shown && page.shown !== language && notice(say(language, 'language.other', { asked: say(language, `language.name.${language}`), shown: say(language, `language.name.${page.shown}`) }))}
          ${page.main}
        </main>
      </body>
    </html> `.source.replace(/\n\n+/g, '\n');
}

export function searchForm(site: PublicSite, words = ''): Html {
  const { language } = site;
  return html`<form class="search" role="search" action="${addressOf(site, '/search')}" method="get">
    <label for="q">${say(language, 'search.label')}</label>
    <div class="search-row">
      <input
        class="input"
        id="q"
        name="q"
        type="search"
        value="${words}"
        maxlength="200"
        dir="auto"
        enterkeyhint="search"
      /><button class="button primary" type="submit">${say(language, 'search.button')}</button>
    </div>
  </form>`;
}

/** The way to a person, from wherever no page has helped. */
export function writeToUs(site: PublicSite, article?: number): Html {
  const { language } = site;
  const query = article === undefined ? '' : `?article=${article}`;
  return html`<section class="write" aria-labelledby="write-title">
    <h2 id="write-title">${say(language, 'write.title')}</h2>
    <p class="quiet">${say(language, 'write.about')}</p>
    <p><a class="button" href="${portalOf(site)}/ask${query}">${say(language, 'write.link')}</a></p>
  </section>`;
}

export const notice = (words: string | Html): Html => html`<div class="notice" role="note"><p>${words}</p></div>`;

/** One language has one address for a page: where a text is shown in place of a missing one, its own. */
function linksBetweenLanguages(site: PublicSite, page: PublicPage): Html {
  const at = (language: Language): string => site.origin + addressOf(site, page.path, language);
  const whichever = page.languages.find((one) => one === site.organisation.language) ?? page.languages[0];
  return html`<link rel="canonical" href="${at(page.shown ?? site.language)}" />
    ${page.languages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${at(one)}" /> `)}${whichever && html`<link rel="alternate" hreflang="x-default" href="${at(whichever)}" />`}`;
}

const languageNames: Record<Language, { name: string; short: string }> = {
  ar: { name: 'العربية', short: 'ع' },
  fa: { name: 'فارسی', short: 'فا' },
  en: { name: 'English', short: 'En' },
};

function languageLink(site: PublicSite, page: PublicPage, language: Language): Html {
  const { name, short } = languageNames[language];
  const query = page.words === undefined ? '' : `?q=${encodeURIComponent(page.words)}`;
  const current = language === site.language && html` aria-current="true"`;
  return html`<a
    href="${addressOf(site, page.path, language)}${query}"
    lang="${language}"
    hreflang="${language}"
    ${current}
    ><span class="short" aria-hidden="true">${short}</span><span class="full">${name}</span></a
  > `;
}

function pathHtml(site: PublicSite, page: PublicPage): Html {
  const above = [{ title: say(site.language, 'name'), path: '' }, ...(page.above ?? [])];
  return html`<nav class="path" aria-label="${say(site.language, 'path.label')}">
    <ol>
      ${above.map(
        ({ title, path }) =>
          html`<li>
            <a href="${addressOf(site, path)}"><bdi>${title}</bdi></a>
          </li> `,
      )}
    </ol>
  </nav>`;
}

const link = (rel: string, href: string | undefined, more: Html | null): Html | null =>
  href === undefined ? null : html`<link rel="${rel}" href="${href}" ${more} />`;

const mark = trustedHtml(
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17" /><path d="m8.3 12.3 2.5 2.5 4.9-5.4" /></svg>',
);

const styles = new Map<string, string>();

/** The organisation's own colour, as the portal fits it to the page. */
function brandRule(site: PublicSite): string | undefined {
  const colour = site.organisation.primaryColour;
  if (!colour) return undefined;
  const known = styles.get(colour);
  if (known !== undefined) return known;
  const { fill, textOnDark } = brandColours(colour);
  const rule = `:root{--brand-fill:${fill};--brand-text-dark:${textOnDark}}`;
  styles.set(colour, rule);
  return rule;
}

function brandStyle(site: PublicSite): Html | undefined {
  const rule = brandRule(site);
  return rule === undefined ? undefined : trustedHtml(`<style>${rule}</style>`);
}

/** Nothing runs on these pages, and nothing comes from elsewhere; the one rule within the page is named by its hash. */
export function contentPolicy(site: PublicSite | undefined): string {
  const rule = site && brandRule(site);
  const hash = rule === undefined ? '' : ` 'sha256-${createHash('sha256').update(rule).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src 'self'${hash}`,
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
