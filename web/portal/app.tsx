/** @jsxImportSource preact */
// Loads the wording and the organisation, then shows the page that the address means.
import type { Language } from '#contract/common.ts';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createApi } from './api.ts';
import { applyBrandColour } from './brand-colour.ts';
import { CasePage } from './case-page.tsx';
import { askedLanguage, keepInfo, keepLanguage, keptInfo, keptLanguage } from './device-store.ts';
import { FirstPage } from './first-page.tsx';
import { FollowPage } from './follow-page.tsx';
import { formatsFor } from './formats.ts';
import { LostPage, UnreachablePage, WaitingPage } from './lost-page.tsx';
import { fill, loadWording, pluralForm, type AnyWording } from './messages.ts';
import { readAddress, usePath, type Place } from './place.ts';
import { PortalContext, WordingContext, type Wording } from './portal-context.ts';
import { Problem } from './problem.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { Shell } from './shell.tsx';
import { SubmitPage } from './submit-page.tsx';
import type { PortalInfo } from './wire.ts';

type Standing = PortalInfo | 'waiting' | 'missing' | 'unreachable';

export function App() {
  const path = usePath();
  const { slug, place } = readAddress(path);
  const [announcement, announce] = useState('');
  const wording = useLanguage(announce);
  const { standing, retry } = useOrganisation(slug);
  const api = useMemo(() => createApi(slug ?? ''), [slug]);
  const info = typeof standing === 'object' ? standing : null;
  const language = wording?.language;
  const formats = useMemo(() => (info && language ? formatsFor(language, info) : null), [info, language]);

  // A new page begins without the word about the one before, and no word stays in another language.
  useEffect(() => announce(''), [path, language]);

  // Long enough to be read slowly (at least five seconds), then out of the way of the page.
  useEffect(() => {
    const timer = setTimeout(() => announce(''), 8000);
    return () => clearTimeout(timer);
  }, [announcement]);

  if (!wording) return null;
  return (
    <WordingContext.Provider value={wording}>
      <Shell slug={slug} name={info?.name ?? null} path={path} announcement={announcement}>
        {info && formats && slug && place.page !== 'lost' ? (
          <PortalContext.Provider value={{ slug, info, api, formats, announce }}>
            {pageOf(place)}
          </PortalContext.Provider>
        ) : standing === 'waiting' ? (
          <WaitingPage />
        ) : standing === 'unreachable' ? (
          <UnreachablePage retry={retry} />
        ) : (
          <LostPage />
        )}
      </Shell>
    </WordingContext.Provider>
  );
}

function pageOf(place: Place) {
  switch (place.page) {
    case 'submit':
      return <SubmitPage key={place.matter} matter={place.matter} />;
    case 'receipt':
      return <ReceiptPage number={place.number} />;
    case 'follow':
      return <FollowPage />;
    case 'case':
      return <CasePage key={place.number} number={place.number} />;
    default:
      return <FirstPage />;
  }
}

function useLanguage(announce: (text: string) => void): Wording | null {
  const [loaded, setLoaded] = useState<{ language: Language; wording: AnyWording } | null>(null);

  const change = useCallback(async (language: Language, failed?: () => void) => {
    try {
      const wording = await loadWording(language);
      document.documentElement.lang = language;
      document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl';
      setLoaded({ language, wording });
    } catch {
      // The page that was there stays, in the language it has; at the very start that is the three-language notice of index.html.
      failed?.();
    }
  }, []);

  // Without a choice on this device the server has chosen: it writes `lang` into the page.
  useEffect(() => {
    const asked = askedLanguage();
    if (asked) keepLanguage(asked);
    void change(asked ?? keptLanguage() ?? servedLanguage());
  }, [change]);

  return useMemo(() => {
    if (!loaded) return null;
    const { language, wording } = loaded;
    return {
      language,
      t: (key, values) => fill(wording[key], values),
      plural: (key, count, written, values) =>
        fill(pluralForm(wording, language, key, count), { count: written, ...values }),
      changeLanguage: (next) => {
        keepLanguage(next);
        void change(next, () => announce(fill(wording['language.failed'])));
      },
    };
  }, [loaded, change, announce]);
}

function servedLanguage(): Language {
  const served = document.documentElement.lang;
  return served === 'fa' || served === 'en' ? served : 'ar';
}

/** The settings of the last visit are shown at once and refreshed behind: on a slow network nobody waits for a name. */
function useOrganisation(slug: string | null) {
  const [standing, setStanding] = useState<Standing>(() => (slug ? (keptInfo(slug) ?? 'waiting') : 'missing'));
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (!slug) return;
    createApi(slug)
      .info()
      .then(
        (info) => {
          keepInfo(slug, info);
          setStanding(info);
        },
        (error: unknown) => {
          const missing = error instanceof Problem && error.status === 404;
          setStanding((before) => (missing ? 'missing' : typeof before === 'object' ? before : 'unreachable'));
        },
      );
  }, [slug, tries]);

  useEffect(() => {
    if (typeof standing === 'object') applyBrandColour(standing.primaryColour);
  }, [standing]);

  function retry() {
    setStanding('waiting');
    setTries((before) => before + 1);
  }
  return { standing, retry };
}
