// A row of a list that opens beside it what the row names; the open one is marked.
import type { ReactNode } from 'react';
import classes from './open-row.module.css';

export type OpenRowProps = {
  open?: boolean;
  onOpen: () => void;
  children: ReactNode;
} & { [look: `data-${string}`]: boolean | undefined };

export function OpenRow({ open, onOpen, children, ...looks }: OpenRowProps) {
  return (
    <button type="button" className={classes['row']} aria-current={open || undefined} onClick={onOpen} {...looks}>
      {children}
    </button>
  );
}
