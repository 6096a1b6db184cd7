// Where a case stands, in one look everywhere: icon and word together, never colour alone.
import { useT } from '#web/lib/i18n.ts';
import { type CaseStanding, caseWord } from './case-word.ts';
import classes from './state-chip.module.css';
import { StateIcon } from './state-icon.tsx';

export function StateChip({ size = 'md', ...standing }: CaseStanding & { size?: 'sm' | 'md' }) {
  const t = useT();
  const word = caseWord(standing);
  return (
    <span className={classes['chip']} data-word={word} data-size={size}>
      <StateIcon word={word} size={size === 'sm' ? 14 : 16} />
      {t(`ui.case-word.${word}`)}
    </span>
  );
}
