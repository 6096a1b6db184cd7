// The evidence of a pair in words: what speaks for one customer, and what against, the weightiest first.
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import classes from './duplicates.module.css';
import type { Pair } from './use-duplicates.ts';

export function EvidenceList({ evidence }: { evidence: Pair['evidence'] }) {
  const t = useT();
  const sorted = evidence.toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  return (
    <ul className={classes['evidence']}>
      {sorted.map(({ field, level, bits }) => (
        <li key={field} data-speaks={bits >= 0 ? 'for' : 'against'}>
          {bits >= 0 ? (
            <IconPlus size={14} aria-label={t('duplicate.for')} />
          ) : (
            <IconMinus size={14} aria-label={t('duplicate.against')} />
          )}
          {/* Each finding has its sentence; the scorer knows no others. */}
          {t(`duplicate.evidence.${field}.${level}` as MessageKey)}
        </li>
      ))}
    </ul>
  );
}
