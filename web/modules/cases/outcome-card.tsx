// How a case ended: each outcome with its own look and with what it counts as.
import { Link } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import type { CaseWord } from '#web/ui/case-word.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { authorityReasons } from './case-choices.ts';
import { textOf } from './claim-ends.ts';
import classes from './thread.module.css';
import type { CaseView, TimelineItem } from './wire.ts';

export function OutcomeCard({
  item,
  word,
  by,
  view,
}: {
  item: TimelineItem;
  word: CaseWord;
  by: string;
  view: CaseView;
}) {
  const t = useT();
  const reason = authorityReasons.find((one) => one === item.data['reason']);
  const duplicateOf = textOf(item.data['duplicateOfId']);
  const known = view.otherCases.find((one) => one.id === duplicateOf);
  return (
    <article className={classes['card']} data-word={word}>
      <header className={classes['card-head']}>
        <StateIcon word={word} size={18} />
        <strong>{t(`ui.case-word.${word}`)}</strong>
        {word === 'lapsed' ? null : (
          <span>
            <bdi>{by}</bdi>
          </span>
        )}
        <DateText value={item.at} show="time" />
      </header>
      {reason ? <div>{t(`case.authority.${reason}`)}</div> : null}
      {duplicateOf ? (
        <Link to="/cases/$caseId" params={{ caseId: duplicateOf }}>
          {known ? t('case.duplicate-of', { number: known.number }) : t('case.duplicate-of-other')}
        </Link>
      ) : null}
      {item.text ? <UserText lines={20}>{item.text}</UserText> : null}
      <footer className={classes['card-foot']}>{t(`case.outcome-means.${word}`)}</footer>
    </article>
  );
}
