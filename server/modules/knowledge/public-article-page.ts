// The public page of an article: contents, text, what is related, and whether it helped.
import type { Topic } from '#contract/knowledge-topics.ts';
import type { PublicArticle } from '#contract/public-knowledge.ts';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import { richTextHeadings } from '#kernel/rich-text/rich-text-headings.ts';
import { richTextToHtml } from '#kernel/rich-text/rich-text-to-html.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import { html, trustedHtml, type Html } from '#platform/http/html.ts';
import { frame, notice, writeToUs } from './public-frame.ts';
import { articleSection, pathTo } from './public-pages.ts';
import { addressOf, dayHtml, digitsOf, directionOfLanguage, portalOf, type PublicSite } from './public-site.ts';
import { say } from './public-texts.ts';

/** Fewer are seen at a glance. */
const headingsForContents = 3;
/** Characters; search engines show about as many. */
const descriptionLength = 160;

/** `thanks`: the reader has just said whether it helped. */
export function articlePage(
  site: PublicSite,
  article: PublicArticle,
  topics: readonly Topic[],
  thanks: 'yes' | 'no' | null,
): string {
  const { language } = site;
  const path = `/articles/${article.number}`;
  const own = { lang: article.language, dir: directionOfLanguage(article.language) };
  const document = article.body as RichText;
  const body = richTextToHtml(document, {
    imageAddress: (fileId) => `${portalOf(site)}/knowledge/images/${fileId}`,
    calloutWord: (kind) => say(article.language, `callout.${kind}`),
    anchors: true,
  });
  const [before, after] = say(language, 'updated').split('{date}');
  return frame(site, {
    title: article.title,
    description: article.summary || shortened(richTextToText(document)),
    path,
    languages: article.languages,
    shown: article.language,
    above: pathTo(site, topics, article.topicId),
    main: html`<article>
        <header>
          <h1 lang="${own.lang}" dir="auto">${article.title}</h1>
          <p class="quiet">${before}${dayHtml(site, article.inForceFrom)}${after}</p>
        </header>
        ${contents(site, article)}
        <div class="text digits-${digitsOf(site)}" lang="${own.lang}" dir="${own.dir}">${trustedHtml(body)}</div>
        <p class="print-only">${say(language, 'print.from', { address: site.origin + addressOf(site, path) })}</p>
      </article>
      ${helped(site, article, thanks)} ${articleSection(site, 'related', article.related)}
      ${writeToUs(site, article.number)}`,
  });
}

function contents(site: PublicSite, article: PublicArticle): Html | null {
  const headings = richTextHeadings(article.body as RichText).filter(({ level, text }) => level < 4 && text !== '');
  if (headings.length < headingsForContents) return null;
  return html`<nav class="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">${say(site.language, 'contents')}</h2>
    <ol lang="${article.language}" dir="${directionOfLanguage(article.language)}">
      ${headings.map(
        ({ level, text, anchor }) =>
          html`<li class="level-${level}">
            <a href="#${anchor}"><bdi>${text}</bdi></a>
          </li> `,
      )}
    </ol>
  </nav>`;
}

/** Two plain forms: "yes" needs one press, "no" asks what was missing first. */
function helped(site: PublicSite, article: PublicArticle, thanks: 'yes' | 'no' | null): Html {
  const { language } = site;
  const title = html`<h2 id="helped-title">${say(language, 'helped.title')}</h2>`;
  if (thanks)
    return html`<section class="helped" id="helped">${notice(say(language, `helped.thanks.${thanks}`))}</section>`;
  const action = addressOf(site, `/articles/${article.number}/feedback`);
  const form = (helpful: 'yes' | 'no', inner: Html): Html =>
    html`<form method="post" action="${action}">
      <input type="hidden" name="version" value="${article.version}" /><input
        type="hidden"
        name="language"
        value="${article.language}"
      /><input type="hidden" name="helpful" value="${helpful}" />${inner}
    </form>`;
  return html`<section class="helped" id="helped" aria-labelledby="helped-title">
    ${title}
    <div class="answers">
      ${form('yes', html`<button class="button" type="submit">${say(language, 'helped.yes')}</button>`)}
      <details>
        <summary class="button">${say(language, 'helped.no')}</summary>
        ${form(
          'no',
          html`<div class="field">
              <label for="missing">${say(language, 'helped.missing')}</label>
              <p class="hint" id="missing-hint">${say(language, 'helped.missing.hint')}</p>
              <textarea
                class="input"
                id="missing"
                name="missing"
                rows="4"
                maxlength="2000"
                dir="auto"
                aria-describedby="missing-hint"
              ></textarea>
            </div>
            <p><button class="button" type="submit">${say(language, 'helped.send')}</button></p>`,
        )}
      </details>
    </div>
  </section>`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.length <= descriptionLength) return line;
  return `${line.slice(0, line.lastIndexOf(' ', descriptionLength) + 1 || descriptionLength).trim()} …`;
}
