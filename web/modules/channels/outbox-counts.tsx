// What has not left yet, counted in words, each a way to that part of the list.
import { useT } from '#web/lib/i18n.ts';
import { PageLink } from '#web/ui/page-link.tsx';
import classes from './channels.module.css';
import { useCounts } from './use-outbox.ts';

export function OutboxCounts() {
  const t = useT();
  const counts = useCounts();
  if (counts.length === 0) return null;
  return (
    <ul className={classes['counts']} aria-label={t('channels.not-left')}>
      {counts.map(({ state, count, more }) => (
        <li key={state}>
          <PageLink to="/outbox" search={{ state }}>
            {more ? t(`channels.many.${state}`, { number: count }) : t(`channels.count.${state}`, { count })}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
