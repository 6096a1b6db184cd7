// Nothing here yet: says what to do next, with at most one button.
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Icon } from '#web/lib/web-module.ts';
import classes from './empty-state.module.css';

export type EmptyStateProps = {
  title: string;
  /** One line: why it is empty, or what to do. */
  hint?: string;
  icon?: Icon;
  action?: ReactNode;
};

export function EmptyState({ title, hint, icon: Icon, action }: EmptyStateProps) {
  return (
    <Stack className={classes['empty'] ?? ''} align="center" gap="xs">
      {Icon ? <Icon size={32} stroke={1.4} aria-hidden /> : null}
      <Text fw={600} ta="center">
        {title}
      </Text>
      {hint ? (
        <Text c="dimmed" ta="center" maw="44ch">
          {hint}
        </Text>
      ) : null}
      {action ? <div className={classes['action']}>{action}</div> : null}
    </Stack>
  );
}
