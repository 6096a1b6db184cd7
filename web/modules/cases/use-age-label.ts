// Names an age band in whole days.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';

export function useAgeLabel(): (band: { fromDays: number; toDays: number | null }) => string {
  const t = useT();
  const format = useFormat();
  return ({ fromDays, toDays }) => {
    if (toDays === null) return t('figures.age-from', { count: fromDays });
    if (fromDays === 0 && toDays === 1) return t('figures.age-today');
    return t('figures.age-between', { from: format.number(fromDays), count: toDays - 1 });
  };
}
