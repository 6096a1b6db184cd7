// Keyboard shortcuts by physical key, since J or R give other letters on an Arabic or Persian layout.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { MessageKey } from './messages.ts';
import { preferences } from './preferences.ts';

export type Shortcut = {
  /** `event.code`, such as `KeyJ`, `Slash`, `Enter`. */
  code: string;
  labelKey: MessageKey;
  run: () => void;
  /** Ctrl (⌘ on a Mac); such a shortcut also works while typing and when single keys are turned off. */
  mod?: boolean;
  shift?: boolean;
};

const active: Shortcut[] = [];
const watchers = new Set<() => void>();
let shown: readonly Shortcut[] = [];

/** In force while the component is on the screen; of two for the same key the later wins. */
export function useKeys(shortcuts: readonly Shortcut[]): void {
  const run = useEffectEvent((index: number) => shortcuts[index]?.run());
  const shape = JSON.stringify(shortcuts.map(({ code, labelKey, mod, shift }) => ({ code, labelKey, mod, shift })));
  useEffect(() => {
    const mine = (JSON.parse(shape) as Shortcut[]).map((shortcut, index) => ({ ...shortcut, run: () => run(index) }));
    active.push(...mine);
    changed();
    return () => {
      for (const shortcut of mine) active.splice(active.indexOf(shortcut), 1);
      changed();
    };
  }, [shape]);
}

/** What is in force now, for the list shown on `?`. */
export function useActiveKeys(): readonly Shortcut[] {
  return useSyncExternalStore(watch, () => shown);
}

/** What is printed on the key of a Latin keyboard, at the same place on all others. */
export function keyCap(shortcut: Pick<Shortcut, 'code' | 'mod' | 'shift'>): string[] {
  const named: Record<string, string> = { Slash: '/', Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' };
  const cap = named[shortcut.code] ?? shortcut.code.replace(/^(Key|Digit)/, '');
  if (shortcut.shift && shortcut.code === 'Slash') return ['?'];
  const mac = navigator.platform.startsWith('Mac');
  return [...(shortcut.mod ? [mac ? '⌘' : 'Ctrl'] : []), ...(shortcut.shift ? ['Shift'] : []), cap];
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const mod = event.ctrlKey || event.metaKey;
  if (!mod && (!preferences().shortcuts || isTyping(event.target) || isInDialog(event.target))) return;
  if (!mod && event.code === 'Enter' && isPressed(event.target)) return;
  const shortcut = active.findLast(
    (candidate) =>
      candidate.code === event.code && Boolean(candidate.mod) === mod && Boolean(candidate.shift) === event.shiftKey,
  );
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** A dialog, menu or list has keys of its own. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog],[role=menu],[role=listbox]') !== null;
}

/** A button or link under the keyboard is pressed by Enter, whatever Enter means to the page. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a[href],button,summary') !== null;
}

function changed(): void {
  // Of two for the same key only the one that works is shown.
  const combination = ({ code, mod, shift }: Shortcut) => `${code} ${Boolean(mod)} ${Boolean(shift)}`;
  shown = active.filter(
    (one, index) => active.findLastIndex((other) => combination(other) === combination(one)) === index,
  );
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

addEventListener('keydown', onKeyDown);
