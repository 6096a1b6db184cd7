// What was sent from a case and has not arrived yet: kept on this device, sent once whatever happens, given back when refused.
import { useMemo, useSyncExternalStore } from 'react';
import type { FileView } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { showChanged } from './case-queries.ts';
import type { CaseView } from './wire.ts';

export type OutboxKind = 'message' | 'note' | 'claim' | 'record';
export type OutboxItem = {
  /** Idempotency key: the same words cannot arrive twice, however often they are sent. */
  key: string;
  caseId: string;
  kind: OutboxKind;
  text: string;
  files: FileView[];
  channel: 'phone' | 'visit' | 'letter' | null;
  /** `held` is a claim that can still be undone. */
  state: 'held' | 'sending' | 'failed';
  at: string;
  error?: unknown;
};

/** Longer than the time for undo: another tab may hold the claim. */
const heldMs = 8000;
const resendMs = 600_000;
const listeners = new Set<() => void>();
/** Items this page has seen; others in the storage belong to another tab and stay. */
const seen = new Set<string>();
let items: readonly OutboxItem[] = [];
let place = '';

/** Takes up what an earlier page left. Call with the person before anything is sent. */
export function openOutbox(personId: string): void {
  const name = `rida.draft.${personId}.case.outbox`;
  if (place === name) return;
  place = name;
  items = read();
  for (const item of items) seen.add(item.key);
  for (const item of items) {
    const age = Date.now() - Date.parse(item.at);
    if (item.state === 'failed') continue;
    if (age > resendMs) patch(item.key, { state: 'failed' });
    else setTimeout(() => void takeUp(item.key), Math.max(0, heldMs - age));
  }
}

export function useOutbox(caseId: string): readonly OutboxItem[] {
  const all = useSyncExternalStore(subscribe, () => items);
  return useMemo(() => all.filter((item) => item.caseId === caseId), [all, caseId]);
}

export function addToOutbox(item: OutboxItem): void {
  keep([...items, item]);
}

export function removeFromOutbox(key: string): void {
  keep(items.filter((item) => item.key !== key));
}

/** Sends an item; throws what the server refuses it with, and keeps the item as failed. */
export async function deliver(key: string): Promise<void> {
  patch(key, { state: 'sending', error: undefined });
  const item = items.find((one) => one.key === key);
  if (!item) return;
  try {
    await showChanged(await send(item));
    removeFromOutbox(key);
  } catch (error) {
    patch(key, { state: 'failed', error });
    throw error;
  }
}

function send({ key, caseId: id, kind, text, files, channel }: OutboxItem): Promise<CaseView> {
  const options = { context: { idempotencyKey: key } };
  const attachmentIds = files.map((file) => file.id);
  if (kind === 'message') return api.cases.sendMessage({ id, text, attachmentIds }, options);
  if (kind === 'note') return api.cases.addNote({ id, text, attachmentIds }, options);
  if (kind === 'claim') return api.cases.claimResolution({ id, answer: text, attachmentIds }, options);
  return api.cases.recordMessage({ id, text, channel: channel ?? 'phone' }, options);
}

/** Left behind by a page that was closed: it may have arrived, so it is sent again under the same key. */
async function takeUp(key: string): Promise<void> {
  if (read().every((item) => item.key !== key)) return removeFromOutbox(key);
  await deliver(key).catch(() => undefined);
}

function patch(key: string, change: Partial<OutboxItem>): void {
  keep(items.map((item) => (item.key === key ? { ...item, ...change } : item)));
}

function keep(next: readonly OutboxItem[]): void {
  items = next;
  for (const item of next) seen.add(item.key);
  try {
    const others = read().filter((item) => !seen.has(item.key));
    const value = [...others, ...next.map((item) => ({ ...item, error: undefined }))];
    if (value.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify({ value, keptAt: Date.now() }));
  } catch {
    // Storage full or refused: what is sent is still on the screen.
  }
  for (const tell of listeners) tell();
}

function read(): OutboxItem[] {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? '{"value":[]}') as { value: OutboxItem[] }).value;
  } catch {
    return [];
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
