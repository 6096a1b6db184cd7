// When something is due, as words: "due in 2 hours", "overdue by 1 day".
import { formatDuration } from '#kernel/format-duration.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';

export type Urgency = 'overdue' | 'soon' | 'later';
const dayMs = 86_400_000;

export function useDueWords(): (at: string) => { words: string; urgency: Urgency } {
  const t = useT();
  const format = useFormat();
  return (at) => {
    const left = Date.parse(at) - new Date().getTime();
    if (left < 0)
      return {
        words: t('case.due.overdue', { length: formatDuration(-left, format.settings, 'long') }),
        urgency: 'overdue',
      };
    return { words: t('case.due.in', { when: format.relative(at) }), urgency: left <= dayMs ? 'soon' : 'later' };
  };
}
