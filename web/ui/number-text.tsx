// A number in the reader's digits.
import { useFormat } from '#web/lib/format.ts';
import classes from './text.module.css';

export type NumberTextProps = { value: number; percent?: boolean; digits?: number };

/** `percent` takes a share from 0 to 1; `digits` is the number of places after the point. */
export function NumberText({ value, percent, digits }: NumberTextProps) {
  const format = useFormat();
  return (
    <span className={classes['number']}>{percent ? format.percent(value, digits) : format.number(value, digits)}</span>
  );
}
