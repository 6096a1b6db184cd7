// A cell of a table with a second, quieter line under the first.
import type { ReactNode } from 'react';
import classes from './two-lines.module.css';

export function TwoLines({ children, below }: { children: ReactNode; below: ReactNode }) {
  return (
    <span className={classes['lines']}>
      <span>{children}</span>
      <span className={classes['below']}>{below}</span>
    </span>
  );
}
