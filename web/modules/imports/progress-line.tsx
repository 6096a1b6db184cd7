// How far a run has come, as a bar and in words that a screen reader hears from time to time.
import { Progress, Stack, Text } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import type { ImportView } from './use-imports.ts';

/** Before the trial run has counted the rows nobody knows how many there are. */
export function ProgressLine({ made }: { made: ImportView }) {
  const t = useT();
  const format = useFormat();
  const { counts, rowCount, state } = made;
  const share = rowCount ? counts.done / rowCount : null;
  return (
    <Stack gap={6}>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null}
        aria-label={t(`import.state.${state}`)}
      />
      <Text size="sm" c="dimmed" role="status">
        {rowCount
          ? t('import.rows-of', { done: format.number(counts.done), rows: format.number(rowCount) })
          : t('import.rows-done', { count: counts.done })}
      </Text>
    </Stack>
  );
}
