// A short list as rows with air: first in each row what it is, at its end what can be done with it.
import type { ReactNode } from 'react';
import classes from './row-list.module.css';

export type RowListProps = {
  /** Names the list where no heading does. */
  'aria-label'?: string;
  /** `li` elements. */
  children: ReactNode;
};

export function RowList(props: RowListProps) {
  return <ul className={classes['rows']} {...props} />;
}
