// The three pages of knowledge as words in a bar: the library, what one has still to read, and questions.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { NumberText } from '#web/ui/number-text.tsx';
import classes from './knowledge.module.css';

export function KnowledgePlaces() {
  const t = useT();
  const open = useQuery(orpc.receipts.mine.queryOptions({ input: { state: 'open', limit: 50 } })).data?.items.length;
  return (
    <nav aria-label={t('knowledge.places')} className={classes['places']}>
      <Link to="/knowledge" activeOptions={{ exact: true, includeSearch: false }}>
        {t('knowledge.library')}
      </Link>
      <Link to="/knowledge/to-read" activeOptions={{ includeSearch: false }}>
        {t('receipt.to-read')}
        {open ? (
          <span className={classes['count']}>
            <NumberText value={open} />
          </span>
        ) : null}
      </Link>
      <Link to="/knowledge/questions" activeOptions={{ includeSearch: false }}>
        {t('knowledge.questions')}
      </Link>
    </nav>
  );
}
