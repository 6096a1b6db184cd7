// The frame of a chart: what it shows, how to read it, and why it is empty when it is.
import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './figures.module.css';

export function ChartPart({
  title,
  hint,
  empty,
  children,
}: {
  title: string;
  hint: string;
  empty: string | null;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes['chart']} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Text c="dimmed" mb="sm">
        {hint}
      </Text>
      {empty === null ? children : <p className={classes['empty']}>{empty}</p>}
    </section>
  );
}
