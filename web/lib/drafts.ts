// Drafts: what a person typed stays on this device, per person and key, until it was sent.
import { useCallback, useEffect, useState } from 'react';
import { useSession } from './session.ts';

const days = 30;
const given = new EventTarget();
type Stored = { value: unknown; keptAt: number };

export type Draft<T> = {
  value: T;
  set: (value: T) => void;
  /** After it was sent. */
  clear: () => void;
  /** True when it was found from an earlier visit. */
  restored: boolean;
};

/** `key` names the place, such as `case.message.<case id>`; a change of key opens that place's draft. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const name = `rida.draft.${useSession().person.id}.${key}`;
  const [held, setHeld] = useState(() => open(name, initial));
  // Another case was opened in the same pane: its own draft, not the one before.
  if (held.name !== name) setHeld(open(name, initial));

  useEffect(forgetOldDrafts, []);
  useEffect(() => {
    const again = () => setHeld(open(name, initial));
    given.addEventListener(name, again);
    return () => given.removeEventListener(name, again);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as for `clear` below
  }, [name]);
  const set = useCallback(
    (value: T) => {
      keep(name, value);
      setHeld((before) => ({ ...before, value }));
    },
    [name],
  );
  const clear = useCallback(() => {
    drop(name);
    setHeld({ name, value: initial, restored: false });
    // `initial` is usually a literal: a new one each time must not make a new function.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);
  return { value: held.value, set, clear, restored: held.restored };
}

/** Gives words back to where they came from, such as when sending was undone; `join` adds them to what stands there now. */
export function giveBackDraft<T>(personId: string, key: string, join: (kept: T | null) => T): void {
  const name = `rida.draft.${personId}.${key}`;
  keep(name, join((read(name)?.value as T | undefined) ?? null));
  given.dispatchEvent(new Event(name));
}

function open<T>(name: string, initial: T): { name: string; value: T; restored: boolean } {
  const stored = read(name);
  return { name, value: stored ? (stored.value as T) : initial, restored: stored !== null };
}

function read(name: string): Stored | null {
  try {
    const text = localStorage.getItem(name);
    return text ? (JSON.parse(text) as Stored) : null;
  } catch {
    return null;
  }
}

function keep(name: string, value: unknown): void {
  if (value === '' || value === null) return drop(name);
  try {
    localStorage.setItem(name, JSON.stringify({ value, keptAt: Date.now() } satisfies Stored));
  } catch {
    // Storage full or refused: the text is still on the screen.
  }
}

function drop(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // As above.
  }
}

function forgetOldDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith('rida.draft.')) continue;
      const stored = read(name);
      if (!stored || Date.now() - stored.keptAt > days * 86_400_000) drop(name);
    }
  } catch {
    // Storage refused: nothing to forget.
  }
}
