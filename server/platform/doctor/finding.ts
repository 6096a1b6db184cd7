// What a check found: one line for the operator, with what to do when it is not well.

export type Finding = { state: 'ok' | 'warning' | 'fault'; about: string; found: string; todo?: string };

export const ok = (about: string, found: string): Finding => ({ state: 'ok', about, found });
export const warning = (about: string, found: string, todo: string): Finding => ({
  state: 'warning',
  about,
  found,
  todo,
});
export const fault = (about: string, found: string, todo: string): Finding => ({ state: 'fault', about, found, todo });

export function lineOf({ state, about, found, todo }: Finding): string {
  return `${state.padEnd(8)} ${about.padEnd(15)} ${found}${todo ? ` → ${todo}` : ''}`;
}

/** Lengths of time as people say them. */
export function span(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
