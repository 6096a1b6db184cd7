// One figure with what it counts: the number, out of how many, and its definition one click away.
import { Popover, Text, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './figure.module.css';

export type FigureProps = {
  label: string;
  /** Null when there is too little to say it: then `why` says so. */
  value: number | null;
  percent?: boolean;
  /** How it is written, where neither a number nor a percentage says it well. */
  written?: string;
  /** Out of how many. */
  n?: number;
  /** What is counted and what is not, in one or two sentences. */
  definition: string;
  why?: string;
  /** Icon of a word of a case, or nothing. */
  icon?: ReactNode;
};

export function Figure({ label, value, percent, written, n, definition, why, icon }: FigureProps) {
  const format = useFormat();
  const t = useT();
  return (
    <div className={classes['figure']}>
      <div className={classes['label']}>
        {icon}
        <Text span>{label}</Text>
        <Popover width={280} position="bottom-start" withArrow>
          <Popover.Target>
            <UnstyledButton className={classes['info'] ?? ''} aria-label={t('ui.definition-of', { label })}>
              <IconInfoCircle size={16} aria-hidden />
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>{definition}</Popover.Dropdown>
        </Popover>
      </div>
      {value === null ? (
        <Text c="dimmed">{why ?? t('ui.too-few')}</Text>
      ) : (
        <div className={classes['value']}>{written ?? (percent ? format.percent(value) : format.number(value))}</div>
      )}
      {n === undefined ? null : (
        <Text c="dimmed" size="sm">
          {t('ui.out-of', { count: n })}
        </Text>
      )}
    </div>
  );
}
