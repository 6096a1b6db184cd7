// The claims made on a case so far: who made each, when, and what became of it.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { useFormat } from '#web/lib/format.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { Part } from './case-part.tsx';
import classes from './case-context.module.css';
import { timelineQuery } from './case-queries.ts';
import { claimEnds } from './claim-ends.ts';
import type { CaseView } from './wire.ts';

export function ClaimsSoFar({ view }: { view: CaseView }) {
  const t = useT();
  const format = useFormat();
  const claims = [...claimEnds(useQuery(timelineQuery(view.id)).data ?? []).values()];
  if (claims.length === 0) return null;
  return (
    <Part titleKey="case.claims-so-far">
      <ol className={classes['list']}>
        {claims.map((claim) => {
          const word = claim.end?.word ?? 'claimed';
          return (
            <li key={claim.id} className={classes['claim']} data-word={word}>
              <StateIcon word={word} />
              <div>
                <div>
                  {t('case.claimed-by', { name: claim.by ?? t('case.actor.staff'), at: format.date(claim.at) })}
                </div>
                <div className={classes['claim-end']}>
                  {claim.end
                    ? t('case.claim.became', { word: t(`ui.case-word.${word}`), at: format.date(claim.end.at) })
                    : t('case.claim.still-waits')}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
