// Whether this device last showed the structure as a chart or as a list.

export type View = 'chart' | 'list';
const key = 'rida.organisation-view';

export function keptView(): View | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'chart' || kept === 'list' ? kept : null;
  } catch {
    return null;
  }
}

export function keepView(view: View): void {
  try {
    localStorage.setItem(key, view);
  } catch {
    // Storage refused: the address still says it.
  }
}
