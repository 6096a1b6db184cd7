// Choices that belong to this device: density and single-key shortcuts.
import { useSyncExternalStore } from 'react';

export type Density = 'comfortable' | 'compact';
export type Preferences = { density: Density; shortcuts: boolean };

const listeners = new Set<() => void>();
let current: Preferences = {
  density: read('rida.density') === 'compact' ? 'compact' : 'comfortable',
  shortcuts: read('rida.shortcuts') !== 'off',
};

export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  document.documentElement.dataset['density'] = current.density;
  write('rida.density', current.density);
  write('rida.shortcuts', current.shortcuts ? 'on' : 'off');
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage refused: the choice holds until the page is closed.
  }
}
