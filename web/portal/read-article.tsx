/** @jsxImportSource preact */
// The article that somebody comes from who did not find the answer in it: kept with what they write.
import type { Language } from '#contract/common.ts';
import { useEffect, useRef } from 'preact/hooks';
import { addressOf, rename } from './place.ts';
import { usePortal } from './portal-context.ts';

export interface ReadArticle {
  number: number;
  language: Language;
  title: string;
}

/** Takes the article from the address (`?article=12`) into the form, once: whoever removes it there does not get it back. */
export function useArticleOfAddress(take: (article: ReadArticle) => void): void {
  const { api, language } = usePortal();
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const number = Number(new URLSearchParams(location.search).get('article'));
    if (!Number.isInteger(number) || number < 1) return;
    api.article(number, language).then(
      ({ number: same, language: shown, title }) => {
        rename(location.pathname);
        latest.current({ number: same, language: shown, title });
      },
      // Without it the form is what it always is.
      () => {},
    );
  }, [api, language]);
}

export function ReadArticleNotice({ article, remove }: { article: ReadArticle; remove: () => void }) {
  const { t, slug } = usePortal();
  return (
    <div class="notice">
      <p>
        {t('article.about')}{' '}
        <a href={addressOfArticle(slug, article)}>
          <bdi>{article.title}</bdi>
        </a>
      </p>
      <p class="quiet">{t('article.sent')}</p>
      <button type="button" class="button plain" onClick={remove}>
        {t('article.remove')}
      </button>
    </div>
  );
}

const addressOfArticle = (slug: string, { language, number }: ReadArticle): string =>
  addressOf(slug, 'knowledge', language, 'articles', String(number));

/** The words that are sent: staff read below them which article did not answer. */
export function withArticle(text: string, slug: string, label: string, article: ReadArticle | null): string {
  if (!article) return text;
  return `${text}\n\n${label} ${article.title}\n${location.origin}${addressOfArticle(slug, article)}`;
}
