// Whether the app draws the place where short messages appear: not before code that can show one is loaded.
import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let wanted = false;

/** Called by notices.ts, so that no message can be shown without a place for it. */
export function wantNoticePlace(): void {
  wanted = true;
  for (const tell of watchers) tell();
}

export function useNoticePlaceWanted(): boolean {
  return useSyncExternalStore(watch, () => wanted);
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
