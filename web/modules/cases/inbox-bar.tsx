// The bar above the inbox: what this page is, the usual views with their counts, search, filters as words, and the way to a new case.
import { Button, CloseButton, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ActiveFilters } from './active-filters.tsx';
import type { CaseSearch } from './case-search.ts';
import { FilterButton } from './filter-button.tsx';
import classes from './inbox.module.css';
import { QuickViews } from './quick-views.tsx';
import { useShowCases } from './use-case-search.ts';

export function InboxBar({ search, searchBox }: { search: CaseSearch; searchBox: RefObject<HTMLInputElement | null> }) {
  const t = useT();
  const show = useShowCases();
  const mayRegister = useMay('case.register');
  const q = search.q ?? '';
  const [box, setBox] = useState({ text: q, sent: q, seen: q });
  // The address changed: by this box, which may have been typed into since, or by a link.
  if (box.seen !== q) setBox({ text: q === box.sent ? box.text : q, sent: q, seen: q });
  const text = box.text;
  const find = useDebouncedCallback((typed: string) => {
    const { q: _, ...rest } = search;
    setBox((now) => ({ ...now, sent: typed.trim() }));
    show(typed.trim() ? { ...rest, q: typed.trim() } : rest);
  }, 250);

  function type(typed: string): void {
    setBox((now) => ({ ...now, text: typed }));
    find(typed);
  }

  return (
    <header className={classes['bar']}>
      <div className={classes['head']}>
        <div>
          <Title order={1}>{t('case.title')}</Title>
          <Text c="dimmed" size="sm" visibleFrom="sm">
            {t('case.purpose')}
          </Text>
        </div>
        {mayRegister ? (
          <Button component={Link} to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('case.register')}
          </Button>
        ) : null}
      </div>
      <div className={classes['tools']}>
        <QuickViews search={search} />
        <div className={classes['find']}>
          <TextInput
            ref={searchBox}
            className={classes['search'] ?? ''}
            aria-label={t('case.search')}
            placeholder={t('case.search-placeholder')}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={
              text ? <CloseButton size="sm" aria-label={t('case.search-clear')} onClick={() => type('')} /> : null
            }
            {...(text ? { dir: 'auto' } : {})}
            type="text"
            inputMode="search"
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                type('');
                event.currentTarget.blur();
              }
            }}
          />
          <FilterButton search={search} />
        </div>
      </div>
      <ActiveFilters search={search} />
    </header>
  );
}
