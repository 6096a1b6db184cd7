// Who moves from where to where: how many, and some of them by name.
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { PageLink } from '#web/ui/page-link.tsx';
import classes from './segments.module.css';
import type { Move } from './use-tree.ts';

export function MoveList({ moves, label }: { moves: readonly Move[]; label: string }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  return (
    <ul className={classes['moves']} aria-label={label}>
      {moves.map((move) => (
        <li key={`${move.fromId} ${move.toId}`}>
          <span className={classes['way']}>
            <bdi>{text(move.from) || t('segment.unplaced')}</bdi>
            <IconArrowRight size={16} data-flips aria-label={t('segment.moves-to')} />
            <bdi>{text(move.to) || t('segment.unplaced')}</bdi>
          </span>
          <span className={classes['amount']}>{format.number(move.count)}</span>
          {move.examples.length > 0 ? (
            <span className={classes['examples']}>
              {t('segment.for-example')}{' '}
              {move.examples.map((one, index) => (
                <Fragment key={one.id}>
                  {index > 0 ? t('segment.and') : ''}
                  <PageLink to="/customers/$customerId" params={{ customerId: one.id }}>
                    <bdi>{one.name}</bdi>
                  </PageLink>
                </Fragment>
              ))}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
