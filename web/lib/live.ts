// Live updates: one event stream per page, shared by all who listen, with its state for the indicator.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { gather } from './gather.ts';

export type LiveEvent = {
  id: string;
  type: string;
  subjectType: string;
  subjectId: string;
  at: string;
  actorKind: string;
  actorId: string | null;
};
export type LiveState = 'connecting' | 'live' | 'offline';

type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let source: EventSource | null = null;
let state: LiveState = 'connecting';
let lastPosition = '';
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** `types` are event types such as `case.registered`, or `case.*` for all of a subject. Events that come in a storm are told together. */
export function useLive(types: readonly string[], callback: (events: readonly LiveEvent[]) => void): void {
  const wanted = types.join(' ');
  const tell = useEffectEvent(callback);
  useEffect(() => {
    const patterns = wanted.split(' ');
    const gathering = gather<LiveEvent>((events) => tell(events));
    const end = listen((event) => {
      if (patterns.some((pattern) => matches(pattern, event.type))) gathering.add(event);
    });
    return () => {
      end();
      gathering.stop();
    };
  }, [wanted]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(watch, () => state);
}

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (!source && timer === undefined) connect();
  return () => {
    listeners.delete(listener);
    // Pages change under an open stream: close only when nobody took it up again.
    setTimeout(() => listeners.size === 0 && disconnect(), 1000);
  };
}

function connect(): void {
  timer = undefined;
  // The browser sends Last-Event-ID only on its own reconnects, not on ours.
  source = new EventSource(
    `/api/events/stream${lastPosition ? `?lastEventId=${encodeURIComponent(lastPosition)}` : ''}`,
  );
  source.addEventListener('open', () => {
    failures = 0;
    setState('live');
  });
  source.addEventListener('message', (message: MessageEvent<string>) => {
    lastPosition = message.lastEventId || lastPosition;
    const event = parse(message.data);
    if (event) for (const listener of listeners) listener(event);
  });
  source.addEventListener('error', () => {
    setState('offline');
    if (source?.readyState !== EventSource.CLOSED) return;
    // The server refused (restarting, signed out): ask again later, ever more seldom up to a minute.
    disconnect();
    failures += 1;
    timer = setTimeout(connect, Math.min(60_000, 1000 * 2 ** failures));
  });
}

function disconnect(): void {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = null;
}

function setState(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

function parse(data: string): LiveEvent | null {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return null;
  }
}
