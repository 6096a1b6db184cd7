// The first rows that were refused, or of which something was left out: row, field, value, and the rule in words.
import { Stack, Text, Title } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { faultText } from '#web/lib/problem-text.ts';
import classes from './imports.module.css';
import type { FaultyRowView, ImportKindView } from './use-imports.ts';

export function FaultList({ rows, kind }: { rows: readonly FaultyRowView[]; kind: ImportKindView }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useLocaleText();
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('import.first-faults')}
      </Title>
      <ul className={classes['faults']}>
        {rows.map(({ row, values, faults, refused }) => (
          <li key={row} className={classes['fault']}>
            <Text c="dimmed" size="sm">
              {t('import.row', { row: format.number(row) })}
            </Text>
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
          </li>
        ))}
      </ul>
    </Stack>
  );
}
