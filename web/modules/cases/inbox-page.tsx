// The inbox: list, conversation and context side by side; on a phone one of them at a time.
import { useHotkeyReady } from './use-hotkey-ready.ts';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useKeys } from '#web/lib/keys.ts';
import { CaseList, type CaseListHandle } from './case-list.tsx';
import { InboxBar } from './inbox-bar.tsx';
import { InboxNeighbours } from './inbox-neighbours.ts';
import classes from './inbox.module.css';
import { useCaseList } from './use-case-list.ts';
import { useCaseLive } from './use-case-live.ts';
import { useCaseSearch, useOpenCase, useOpenCaseId } from './use-case-search.ts';

export function InboxPage() {
  const t = useT();
  const search = useCaseSearch();
  const list = useCaseList(search);
  const openId = useOpenCaseId();
  const open = useOpenCase();
  const handle = useRef<CaseListHandle>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [cursorId, setCursorId] = useState<string | null>(null);
  const arrivals = useCaseLive(search, list.rows, () => handle.current?.isScrolled() ?? false);
  const selectedId = openId ?? cursorId;

  useEffect(() => {
    if (!openId) document.title = `${t('case.title')} · Rida`;
  }, [t, openId]);

  const neighbours = useMemo(() => {
    const at = list.rows.findIndex((row) => row.id === openId);
    return { next: list.rows[at + 1]?.id ?? list.rows[at - 1]?.id ?? null };
  }, [list.rows, openId]);

  function step(by: 1 | -1): void {
    const at = list.rows.findIndex((row) => row.id === selectedId);
    const row = list.rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), list.rows.length - 1)];
    if (!row) return;
    setCursorId(row.id);
    handle.current?.reveal(row.id);
    if (openId) open(row.id);
  }

  const ready = useHotkeyReady();
  useKeys(
    ready
      ? [
          { code: 'KeyJ', labelKey: 'case.key.next', run: () => step(1) },
          { code: 'KeyK', labelKey: 'case.key.previous', run: () => step(-1) },
          { code: 'Enter', labelKey: 'case.key.open', run: () => selectedId && open(selectedId) },
          { code: 'Slash', labelKey: 'case.search', run: () => searchBox.current?.focus() },
        ]
      : [],
  );

  return (
    <InboxNeighbours value={neighbours}>
      <div className={classes['inbox']} data-open={openId ? true : undefined}>
        <InboxBar search={search} searchBox={searchBox} />
        <div className={classes['panes']}>
          <CaseList
            handle={handle}
            list={list}
            search={search}
            openId={openId}
            cursorId={cursorId}
            arrivals={arrivals}
          />
          <Outlet />
        </div>
      </div>
    </InboxNeighbours>
  );
}
