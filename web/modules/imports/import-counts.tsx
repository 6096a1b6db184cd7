// What became of the rows, or would become of them.
import { useT } from '#web/lib/i18n.ts';
import { Counts } from '#web/ui/counts.tsx';
import type { ImportCountsView } from './use-imports.ts';

/** `trial` says what would happen. Rows of which something was left out are among those that were written. */
export function ImportCounts({ counts, trial }: { counts: ImportCountsView; trial: boolean }) {
  const t = useT();
  const keys = ['created', 'changed', 'unchanged', 'refused'] as const;
  const warned = counts.warned > 0 ? [{ key: 'warned', label: t('import.count.warned'), value: counts.warned }] : [];
  return (
    <Counts
      counts={[
        ...keys.map((key) => ({
          key,
          label: t(trial ? `import.would.${key}` : `import.count.${key}`),
          value: counts[key],
        })),
        ...warned,
      ]}
    />
  );
}
