// The first rows of a file that are not as they should be: the number of each, and beside it what it holds and why.
import { Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './row-faults.module.css';

export type RowFault = { row: number; label: string; why: ReactNode };

export function RowFaults({ title, rows }: { title: string; rows: readonly RowFault[] }) {
  const heading = useId();
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4" id={heading}>
        {title}
      </Title>
      <ul className={classes['faults']} aria-labelledby={heading}>
        {rows.map(({ row, label, why }) => (
          <li key={row} className={classes['fault']}>
            <Text c="dimmed" size="sm">
              {label}
            </Text>
            <div>{why}</div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
