// One of several entries of a form: a line that says what it is, opened to change it. One with a fault is open by itself.
import { CloseButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useFormState } from 'react-hook-form';
import classes from './calendar-form.module.css';

export type EntryRowProps = {
  /** Where it stands in the form, such as `exceptions.0`. */
  path: string;
  title: ReactNode;
  below: ReactNode;
  removeLabel: string;
  startsOpen: boolean;
  onRemove: () => void;
  /** Where the order counts: the row's id, and its buttons to move it. */
  id?: string;
  moves?: ReactNode;
  children: ReactNode;
};

export function EntryRow({
  path,
  title,
  below,
  removeLabel,
  startsOpen,
  onRemove,
  id: row,
  moves,
  children,
}: EntryRowProps) {
  const id = useId();
  const [wanted, setWanted] = useState(startsOpen);
  const [list, index] = path.split('.') as [string, string];
  const errors = useFormState().errors as Record<string, Record<string, unknown> | undefined>;
  const open = wanted || Boolean(errors[list]?.[index]);
  return (
    <li className={classes['entry']} data-row={row}>
      <div className={classes['entry-head']}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          className={classes['entry-title']}
          onClick={() => setWanted(!open)}
        >
          <IconChevronDown size={16} className={classes['chevron']} aria-hidden />
          <span>
            <span className={classes['entry-name']}>{title}</span>
            <span className={classes['quiet']}>{below}</span>
          </span>
        </button>
        {moves}
        <CloseButton size="lg" aria-label={removeLabel} onClick={onRemove} />
      </div>
      <div id={id} hidden={!open}>
        {open ? <div className={classes['entry-body']}>{children}</div> : null}
      </div>
    </li>
  );
}
