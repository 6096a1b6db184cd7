// One position in a unit: its title and who holds it, or that it is vacant.
import { IconUser, IconUserOff, IconUserStar } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import classes from './position-line.module.css';
import type { Position } from './unit-tree.ts';
import { usePeopleById } from './use-people.ts';

export function PositionLine({ position }: { position: Position }) {
  const t = useT();
  const text = useLocaleText();
  const people = usePeopleById();
  const Icon = position.personId === null ? IconUserOff : position.isHead ? IconUserStar : IconUser;
  return (
    <span className={classes['line']}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={classes['words']}>
        <span className={classes['holder']} data-vacant={position.personId === null || undefined}>
          {position.personId === null ? (
            t('organisation.vacant')
          ) : (
            <bdi>{people.get(position.personId)?.name ?? '…'}</bdi>
          )}
        </span>
        <span className={classes['title']}>
          <bdi>{text(position.title)}</bdi>
          {position.isHead ? ` · ${t('organisation.head')}` : ''}
        </span>
      </span>
    </span>
  );
}
