// The public pages: start, topic, search and refusals; each a function from what was read to HTML.
import type { Language } from '#contract/common.ts';
import type { Topic } from '#contract/knowledge-topics.ts';
import type { PublicArticleBrief } from '#contract/public-knowledge.ts';
import { html, type Html, type HtmlPart } from '#platform/http/html.ts';
import { frame, notice, searchForm, writeToUs } from './public-frame.ts';
import { excerpt, highlight } from './public-highlight.ts';
import { publicLanguages } from './public-language.ts';
import type { FoundText } from './public-search.ts';
import { addressOf, digitsOf, nameIn, type PublicSite } from './public-site.ts';
import { say, sayCount, type PublicTextKey } from './public-texts.ts';

/** A page that says what happened, with a way on. */
export type Refusal =
  | 'gone'
  | 'missing'
  | 'away'
  | 'helped.refused.many'
  | 'helped.refused.elsewhere'
  | 'helped.refused.changed'
  | 'helped.refused.form';

export interface StartPage {
  topics: readonly Topic[];
  /** What helped most, or, while nobody has said so, what came last. */
  articles: readonly PublicArticleBrief[];
  helpful: boolean;
}

export function startPage(site: PublicSite, { topics, articles, helpful }: StartPage): string {
  const { language } = site;
  const about = say(language, 'about', { organisation: nameIn(language, site.organisation.name) });
  return frame(site, {
    title: say(language, 'name'),
    description: about,
    path: '',
    languages: publicLanguages,
    main: html`<h1>${say(language, 'name')}</h1>
      <p class="lead">${about}</p>
      ${searchForm(site)} ${articles.length === 0 && topics.length === 0 && notice(say(language, 'empty'))}
      ${topicList(site, topics, null)} ${articleSection(site, helpful ? 'helpful' : 'newest', articles)}
      ${writeToUs(site)}`,
  });
}

export interface TopicPage {
  topic: Topic;
  topics: readonly Topic[];
  articles: readonly PublicArticleBrief[];
  next: string | null;
}

export function topicPage(site: PublicSite, { topic, topics, articles, next }: TopicPage): string {
  const { language } = site;
  const title = nameIn(language, topic.name);
  const path = `/topics/${topic.id}`;
  const more = next && `${addressOf(site, path)}?after=${encodeURIComponent(next)}`;
  return frame(site, {
    title,
    description: `${title}: ${say(language, 'name')}`,
    path,
    languages: publicLanguages,
    above: pathTo(site, topics, topic.parentId),
    main: html`<h1 dir="auto">${title}</h1>
      ${topicList(site, topics, topic.id)}
      ${articles.length === 0 ? html`<p class="lead">${say(language, 'topic.empty')}</p>` : articleList(site, articles)}
      ${more && html`<p><a class="button" href="${more}" rel="next">${say(language, 'more')}</a></p>`}
      ${searchForm(site)} ${writeToUs(site)}`,
  });
}

export interface SearchPage {
  words: string;
  found: readonly FoundText[];
  /** None had all the words: these have some. */
  near: boolean;
  topics: readonly Topic[];
}

export function searchPage(site: PublicSite, { words, found, near, topics }: SearchPage): string {
  const { language } = site;
  const title =
    words === ''
      ? say(language, 'search.title')
      : say(language, found.length > 0 ? 'search.found.title' : 'search.none.title', { words });
  const count = found.length > 0 && !near && sayCount(language, 'topic.articles', found.length, digitsOf(site));
  return frame(site, {
    title,
    description: title,
    path: '/search',
    languages: publicLanguages,
    hidden: true,
    words,
    main: html`<h1 dir="auto">${title}</h1>
      ${searchForm(site, words)} ${words === '' && notice(say(language, 'search.empty'))}
      ${count && html`<p class="quiet">${count}</p>`}
      ${near && found.length > 0 && html`<p class="lead">${say(language, 'search.near')}</p>`}
      ${
        found.length > 0 &&
        html`<ul class="results">
          ${found.map((one) => resultRow(site, one, words))}
        </ul>`
      }
      ${words !== '' && (found.length === 0 || near) && triesHtml(site)}
      ${(found.length === 0 || near) && topicList(site, topics, null)} ${writeToUs(site)}`,
  });
}

function resultRow(site: PublicSite, one: SearchPage['found'][number], words: string): Html {
  const marked = (text: string): Html[] =>
    highlight(text, words).map((part) => (part.found ? html`<mark>${part.text}</mark>` : html`${part.text}`));
  return row(site, one, marked(one.title), marked(excerpt(one.text.replaceAll(/\s*\n\s*/g, ' · '), words)));
}

/** What is in another language than the page says so. */
function row(
  site: PublicSite,
  { number, language }: { number: number; language: Language },
  title: HtmlPart,
  about: HtmlPart,
): Html {
  const other =
    language !== site.language &&
    html`<span class="language">${say(site.language, `language.name.${language}`)}</span>`;
  return html`<li>
    <a href="${addressOf(site, `/articles/${number}`)}"><bdi lang="${language}">${title}</bdi>${other}</a>
    ${about && html`<p class="quiet"><bdi lang="${language}">${about}</bdi></p>`}
  </li>`;
}

function triesHtml(site: PublicSite): Html {
  const tries = ['search.none.fewer', 'search.none.other', 'search.none.topics'] as const;
  return html`<div class="notice">
    <p>${say(site.language, 'search.none.about')}</p>
    <ul class="tries">
      ${tries.map((key) => html`<li>${say(site.language, key)}</li>`)}
    </ul>
  </div>`;
}

/** `path`: of the article whose form was refused, so that the languages lead to it. */
export function refusalPage(site: PublicSite, refusal: Refusal, path = ''): string {
  const { language } = site;
  const isForm = refusal.startsWith('helped.');
  const titleKey = (isForm ? 'helped.refused.title' : `${refusal}.title`) as PublicTextKey;
  const aboutKey = (isForm ? refusal : `${refusal}.about`) as PublicTextKey;
  return frame(site, {
    title: say(language, titleKey),
    description: say(language, aboutKey),
    path: path || '/search',
    languages: [],
    hidden: true,
    ...(path === '' && { words: '' }),
    main: html`<h1>${say(language, titleKey)}</h1>
      <p class="lead">${say(language, aboutKey)}</p>
      ${isForm ? html`<p><a class="button" href="${addressOf(site, path)}">${say(language, 'helped.title')}</a></p>` : searchForm(site)}
      ${writeToUs(site)}`,
  });
}

export function articleSection(
  site: PublicSite,
  key: 'helpful' | 'newest' | 'related',
  articles: readonly PublicArticleBrief[],
): Html | null {
  if (articles.length === 0) return null;
  return html`<section class="${key}" aria-labelledby="${key}-title">
    <h2 id="${key}-title">${say(site.language, key)}</h2>
    ${articleList(site, articles)}
  </section>`;
}

function articleList(site: PublicSite, articles: readonly PublicArticleBrief[]): Html {
  return html`<ul class="results">
    ${articles.map((one) => row(site, one, one.title, one.summary))}
  </ul>`;
}

/** Those right below `parentId`, each with how many articles it has in all. */
function topicList(site: PublicSite, topics: readonly Topic[], parentId: string | null): Html | null {
  const shown = topics.filter((topic) => topic.parentId === parentId && countBelow(topics, topic) > 0);
  if (shown.length === 0) return null;
  const { language } = site;
  return html`<section aria-labelledby="topics-title">
    <h2 id="topics-title">${say(language, 'topics')}</h2>
    <ul class="topics">
      ${shown.map((topic) => {
        const count = sayCount(language, 'topic.articles', countBelow(topics, topic), digitsOf(site));
        return html`<li>
          <a href="${addressOf(site, `/topics/${topic.id}`)}"
            ><strong dir="auto">${nameIn(language, topic.name)}</strong><span class="quiet">${count}</span></a
          >
        </li> `;
      })}
    </ul>
  </section>`;
}

function countBelow(topics: readonly Topic[], topic: Topic): number {
  return topics
    .filter((one) => one.parentId === topic.id)
    .reduce((sum, one) => sum + countBelow(topics, one), topic.documents);
}

/** The topics from the top down to this one. */
export function pathTo(
  site: PublicSite,
  topics: readonly Topic[],
  id: string | null,
): { title: string; path: string }[] {
  const topic = id === null ? undefined : topics.find((one) => one.id === id);
  if (!topic) return [];
  const others = topics.filter((one) => one.id !== topic.id);
  return [
    ...pathTo(site, others, topic.parentId),
    { title: nameIn(site.language, topic.name), path: `/topics/${topic.id}` },
  ];
}
