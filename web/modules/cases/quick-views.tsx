// The usual views of the inbox with how many cases stand in each.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { countsQuery } from './case-queries.ts';
import { type CaseSearch, type QuickView, quickViews, viewOf } from './case-search.ts';
import classes from './inbox.module.css';

/** The server stops counting here: beyond it the exact number helps nobody to choose. */
const most = 1000;

export function QuickViews({ search }: { search: CaseSearch }) {
  const t = useT();
  const format = useFormat();
  const counts = useQuery(countsQuery).data;
  const current = viewOf(search);

  function countText(view: Exclude<QuickView, 'all'>): string {
    if (!counts) return '';
    return counts[view] >= most ? `${format.number(most - 1)}+` : format.number(counts[view]);
  }

  return (
    <nav aria-label={t('case.views')} className={classes['views']}>
      {(Object.keys(quickViews) as QuickView[]).map((view) => (
        <Link
          key={view}
          to="/cases"
          search={quickViews[view]}
          className={classes['view']}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={view === current ? 'true' : undefined}
        >
          {t(`case.view.${view}`)}
          {view === 'all' ? null : <span className={classes['count']}>{countText(view)}</span>}
        </Link>
      ))}
    </nav>
  );
}
