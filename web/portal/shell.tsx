/** @jsxImportSource preact */
// The frame of every page: whose portal it is, the language switch, the word about the network, and announcements.
import type { Language, LocaleText } from '#contract/common.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { addressOf } from './place.ts';
import { nameIn, useWording } from './portal-context.ts';

interface ShellProps {
  slug: string | null;
  name: LocaleText | null;
  path: string;
  announcement: string;
  children: ComponentChildren;
}

export function Shell({ slug, name, path, announcement, children }: ShellProps) {
  const { t, language } = useWording();
  const online = useOnline();
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {t('skip')}
      </a>
      <header class="top">
        <div class="top-row">
          {slug && name ? (
            <Link class="organisation" href={addressOf(slug)} current={path === addressOf(slug)}>
              <Icon name="mark" />
              <bdi>{nameIn(language, name)}</bdi>
            </Link>
          ) : (
            <span class="organisation" />
          )}
          <LanguageSwitch />
        </div>
      </header>
      <p class={online ? 'strip' : 'strip shown'} role="status">
        {online ? '' : t('offline')}
      </p>
      {children}
      <div class="announcement" role="status">
        {announcement && <p>{announcement}</p>}
      </div>
    </>
  );
}

/** Not by the fragment: the fragment of this page's address is where links carry their secret. */
function skip(event: Event) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content h1')?.focus();
}

const languages: { language: Language; name: string; short: string }[] = [
  { language: 'ar', name: 'العربية', short: 'ع' },
  { language: 'fa', name: 'فارسی', short: 'فا' },
  { language: 'en', name: 'English', short: 'En' },
];

function LanguageSwitch() {
  const { t, language, changeLanguage } = useWording();
  return (
    <div class="languages" role="group" aria-label={t('language.label')}>
      {languages.map((each) => (
        <button
          key={each.language}
          type="button"
          lang={each.language}
          aria-pressed={each.language === language}
          onClick={() => changeLanguage(each.language)}
        >
          <span class="short" aria-hidden="true">
            {each.short}
          </span>
          <span class="full">{each.name}</span>
        </button>
      ))}
    </div>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = () => setOnline(navigator.onLine);
    addEventListener('online', read);
    addEventListener('offline', read);
    return () => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    };
  }, []);
  return online;
}
