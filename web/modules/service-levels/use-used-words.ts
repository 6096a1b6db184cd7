// How much of its promised time something took: as a percentage, and as "34 times" where nobody could picture 3,400 %.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';

/** Below it a percentage is read as well, and says more. */
const many = 10;

export function useUsedWords(): (share: number) => string {
  const t = useT();
  const format = useFormat();
  return (share) => (share < many ? format.percent(share) : t('compliance.times', { count: Math.round(share) }));
}
