// The open door in the history: why the customer disputes, and to whom the case went.
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { textOf } from './claim-ends.ts';
import classes from './thread.module.css';
import { useNames, usePersonName } from './use-names.ts';
import type { TimelineItem } from './wire.ts';

export function DisputeCard({ item, by }: { item: TimelineItem; by: string }) {
  const t = useT();
  const unit = useNames().unit(textOf(item.data['toUnitId']));
  const personId = textOf(item.data['toPersonId']);
  const person = usePersonName(personId !== null)(personId);
  const level = Number(item.data['level'] ?? 1);
  const to = [person, unit].filter(Boolean).join(t('case.list-joint'));
  return (
    <article className={classes['card']} data-word="disputed">
      <header className={classes['card-head']}>
        <StateIcon word="disputed" size={18} />
        <strong>{t('case.dispute.title', { count: level })}</strong>
        <span>{item.data['recordedByStaff'] === true ? t('case.recorded-by', { by }) : <bdi>{by}</bdi>}</span>
        <DateText value={item.at} show="time" />
      </header>
      <UserText lines={20}>{item.text ?? ''}</UserText>
      <footer className={classes['card-foot']}>
        {to ? t('case.dispute.to', { to }) : t('case.dispute.to-nobody')}
      </footer>
    </article>
  );
}
