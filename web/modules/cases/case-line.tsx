// A case in one line, leading to it: for lists beside something else.
import { Link } from '@tanstack/react-router';
import { useFormat } from '#web/lib/format.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import classes from './case-context.module.css';
import type { CaseView } from './wire.ts';

export type CaseLineProps = CaseView['otherCases'][number];

export function CaseLine({ id, number, subject, state, outcome, registeredAt }: CaseLineProps) {
  const format = useFormat();
  return (
    <Link to="/cases/$caseId" params={{ caseId: id }} className={classes['case']}>
      <span className={classes['case-subject']} dir="auto">
        {subject}
      </span>
      <span className={classes['case-facts']}>
        <StateChip state={state} outcome={outcome} size="sm" />
        <Ltr>{number}</Ltr>
        <time dateTime={registeredAt} title={format.bothCalendars(registeredAt)}>
          {format.date(registeredAt)}
        </time>
      </span>
    </Link>
  );
}
