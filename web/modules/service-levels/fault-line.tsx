// Why an entry is refused, under it.
import classes from './calendar-form.module.css';

export function FaultLine({ children }: { children: string | undefined }) {
  return children ? (
    <p className={classes['fault']} role="alert">
      {children}
    </p>
  ) : null;
}
