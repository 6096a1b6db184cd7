// What a claim of resolution sets off, said before it is made.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useFormat } from '#web/lib/format.ts';
import { orpc } from '#web/lib/query.ts';
import classes from './composer.module.css';

const dayMs = 86_400_000;
const settingsQuery = orpc.cases.getSettings.queryOptions({ input: {}, staleTime: 300_000 });

export function ClaimTerms() {
  const t = useT();
  const format = useFormat();
  const settings = useQuery(settingsQuery).data;
  const lapses = settings ? format.date(new Date(Date.now() + settings.lapseDays * dayMs).toISOString(), 'long') : null;
  return (
    <p className={classes['terms']}>
      {t('case.claim.terms')} {lapses ? t('case.claim.terms-lapse', { until: lapses }) : null}{' '}
      {t('case.claim.terms-final')}
    </p>
  );
}
