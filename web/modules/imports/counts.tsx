// What became of the rows, or would become of them.
import { useT } from '#web/lib/i18n.ts';
import { NumberText } from '#web/ui/number-text.tsx';
import classes from './imports.module.css';
import type { ImportCountsView } from './use-imports.ts';

/** `trial` says what would happen. Rows of which something was left out are among those that were written. */
export function Counts({ counts, trial }: { counts: ImportCountsView; trial: boolean }) {
  const t = useT();
  const keys = ['created', 'changed', 'unchanged', 'refused'] as const;
  return (
    <dl className={classes['counts']}>
      {keys.map((key) => (
        <div key={key}>
          <dt>{t(trial ? `import.would.${key}` : `import.count.${key}`)}</dt>
          <dd>
            <NumberText value={counts[key]} />
          </dd>
        </div>
      ))}
      {counts.warned > 0 ? (
        <div>
          <dt>{t('import.count.warned')}</dt>
          <dd>
            <NumberText value={counts.warned} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
