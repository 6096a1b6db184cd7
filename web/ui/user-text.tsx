// Text that a person wrote: each paragraph takes its own direction, line breaks stay, nothing is read as markup.
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import classes from './user-text.module.css';

export type UserTextProps = {
  children: string;
  /** Folds after about that many lines, with a way to read on. */
  lines?: number;
};

export function UserText({ children, lines }: UserTextProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const long = lines !== undefined && (children.length > lines * 90 || children.split('\n').length > lines);
  const folded = long && !open;
  return (
    <div className={classes['text']}>
      <div className={folded ? classes['folded'] : undefined} style={folded ? { WebkitLineClamp: lines } : undefined}>
        {children.split('\n').map((paragraph, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index} dir="auto">
            {paragraph || '\u00a0'}
          </p>
        ))}
      </div>
      {long ? (
        <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(!open)} aria-expanded={open}>
          {t(open ? 'ui.read-less' : 'ui.read-on')}
        </Button>
      ) : null}
    </div>
  );
}
