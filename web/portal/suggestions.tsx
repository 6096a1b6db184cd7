/** @jsxImportSource preact */
// While somebody writes: articles that may answer already, below the field and never in the way of sending.
import type { CaseKind } from '#contract/catalogue.ts';
import { useEffect, useState } from 'preact/hooks';
import { addressOf } from './place.ts';
import { usePortal } from './portal-context.ts';
import type { Suggestion } from './wire.ts';

interface SuggestionsProps {
  text: string;
  kind: CaseKind;
  categoryId: string;
  /** Has been read already. */
  except: number | null;
  /** An article answered it: nothing needs to be sent. */
  found: (article: Suggestion) => void;
}

/** Fewer letters say nothing yet. */
const least = 12;
const pauseMs = 700;

export function Suggestions({ text, kind, categoryId, except, found }: SuggestionsProps) {
  const { t, slug } = usePortal();
  const articles = useSuggested(text, kind, categoryId).filter((article) => article.number !== except);
  const [opened, setOpened] = useState<Suggestion | null>(null);
  if (articles.length === 0 && !opened) return null;
  const named = opened && !articles.some((article) => article.id === opened.id) ? [opened, ...articles] : articles;
  return (
    <aside class="notice" aria-labelledby="suggest-title">
      <h2 id="suggest-title" class="suggest-title">
        {t('suggest.title')}
      </h2>
      <ul>
        {named.map((article) => (
          <li key={article.id} lang={article.language}>
            <a
              href={addressOf(slug, 'knowledge', article.language, 'articles', String(article.number))}
              target="_blank"
              rel="noopener"
              onClick={() => setOpened(article)}
            >
              <bdi>{article.title}</bdi>
              <span class="unseen"> {t('suggest.new-tab')}</span>
            </a>
          </li>
        ))}
      </ul>
      {opened && (
        <button type="button" class="button" onClick={() => found(opened)}>
          {t('suggest.found')}
        </button>
      )}
    </aside>
  );
}

/** What the server finds for the text once the writer pauses; the last answer stays while the next is on its way. */
function useSuggested(text: string, kind: CaseKind, categoryId: string): Suggestion[] {
  const { api, language, info } = usePortal();
  const [articles, setArticles] = useState<Suggestion[]>([]);
  const words = text.trim();
  useEffect(() => {
    if (!info.knowledge) return;
    if (words.length < least) return setArticles([]);
    let current = true;
    const timer = setTimeout(() => {
      api.suggest(words.slice(0, 4000), language, kind, categoryId || null).then(
        ({ items }) => current && setArticles(items),
        // Without an answer the form is what it was.
        () => {},
      );
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, words, kind, categoryId, language, info.knowledge]);
  return articles;
}
