// A form's unsent words, kept on the device with the key that makes sending them twice register them once.
import { useState } from 'preact/hooks';
import { dropKept, readKept, writeKept } from './device-store.ts';

interface Kept<Values> {
  values: Values;
  key: string;
  /** What was sent when no answer came back: it may or may not have arrived. */
  attempt: unknown;
}

export interface Draft<Values> {
  values: Values;
  /** A function where the change builds on what is there, since several uploads may end at once. */
  change: (change: Partial<Values> | ((before: Values) => Partial<Values>)) => void;
  /** Idempotency key: the same until the server has answered. */
  key: string;
  attempt: unknown;
  remember: (attempt: unknown) => void;
  /** The server refused, so nothing was registered: the next try is a new request. */
  renewKey: () => void;
  clear: () => void;
  /** Words of an earlier visit are in the form. */
  restored: boolean;
}

export function useDraft<Values extends object>(name: string, empty: Values): Draft<Values> {
  const place = `rida:draft:${name}`;
  const [restored, setRestored] = useState(() => readKept(place) !== null);
  const [draft, setDraft] = useState<Kept<Values>>(() => {
    const kept = readKept<Kept<Values>>(place);
    return kept ? { ...kept, values: { ...empty, ...kept.values } } : { values: empty, key: newKey(), attempt: null };
  });

  function save(make: (before: Kept<Values>) => Kept<Values>) {
    setDraft((before) => {
      const after = make(before);
      writeKept(place, after);
      return after;
    });
  }

  return {
    ...draft,
    restored,
    change: (change) =>
      save((before) => ({
        ...before,
        values: { ...before.values, ...(typeof change === 'function' ? change(before.values) : change) },
      })),
    remember: (attempt) => save((before) => ({ ...before, attempt })),
    renewKey: () => save((before) => ({ ...before, key: newKey(), attempt: null })),
    clear: () => {
      dropKept(place);
      setRestored(false);
      setDraft({ values: empty, key: newKey(), attempt: null });
    },
  };
}

/** For words that move from one form to another, such as from a sent form to a message. */
export function leaveDraft(name: string, values: object): void {
  writeKept(`rida:draft:${name}`, { values, key: newKey(), attempt: null });
}

/** crypto.randomUUID exists on secure origins only, and an organisation may run the portal inside its own network without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // RFC 9562, 5.4: version 4, variant 10 (of which 8 is one of four ways to write it).
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
