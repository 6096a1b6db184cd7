// The first rows that were refused, or of which something was left out: row, field, value, and the rule in words.
import { Text } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { RowFaults } from '#web/ui/row-faults.tsx';
import classes from './imports.module.css';
import type { FaultyRowView, ImportKindView } from './use-imports.ts';

export function FaultList({ rows, kind }: { rows: readonly FaultyRowView[]; kind: ImportKindView }) {
  const t = useT();
  const format = useFormat();
  return (
    <RowFaults
      title={t('import.first-faults')}
      rows={rows.map((one) => ({
        row: one.row,
        label: t('import.row', { row: format.number(one.row) }),
        why: <Why of={one} kind={kind} />,
      }))}
    />
  );
}

function Why({ of: { values, faults, refused }, kind }: { of: FaultyRowView; kind: ImportKindView }) {
  const t = useT();
  const nameOf = useLocaleText();
  return (
    <ul className={classes['why']}>
      {faults.map(({ field, code, params }) => (
        <li key={`${field} ${code}`}>
          <Text fw={500} span>
            {nameOf(kind.fields.find((one) => one.key === field)?.names) || t('import.whole-row')}
          </Text>
          {values[field] ? (
            <>
              {' '}
              <Text span c="dimmed">
                <bdi>{values[field]}</bdi>
              </Text>
            </>
          ) : null}
          <Text size="sm" c={refused ? 'var(--mantine-color-error)' : 'dimmed'}>
            {faultText(code, params)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
