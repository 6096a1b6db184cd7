// The frame of a page: one title, one line what it is for, one primary action, then its content.
import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

export type PageProps = {
  title: string;
  /** One line: what this page is for. */
  purpose?: string;
  /** At most one primary button. */
  action?: ReactNode;
  /** Filters as words in a bar. */
  filters?: ReactNode;
  /** `reading` keeps lines short; `full` takes the height of the window for panes that scroll by themselves. */
  width?: 'reading' | 'wide' | 'full';
  children: ReactNode;
};

export function Page({ title, purpose, action, filters, width = 'wide', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rida`;
  }, [title]);
  return (
    <div className={classes['page']} data-width={width}>
      <Group className={classes['head'] ?? ''} justify="space-between" align="flex-start" gap="md">
        <div className={classes['words']}>
          <Title order={1}>{title}</Title>
          {purpose ? <Text c="dimmed">{purpose}</Text> : null}
        </div>
        {action}
      </Group>
      {filters ? <div className={classes['filters']}>{filters}</div> : null}
      <div className={classes['body']}>{children}</div>
    </div>
  );
}
