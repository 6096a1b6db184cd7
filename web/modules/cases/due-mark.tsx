// What is due next in a case: an icon, the promise and the words of its time; colour never speaks alone.
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './due-mark.module.css';
import { useDueWords } from './due-words.ts';
import type { CaseRow } from './wire.ts';

export function DueMark({ due: { target, at } }: { due: NonNullable<CaseRow['nextDue']> }) {
  const t = useT();
  const format = useFormat();
  const { words, urgency } = useDueWords()(at);
  const Icon = urgency === 'overdue' ? IconAlertTriangle : IconHourglass;
  return (
    <time className={classes['due']} data-urgency={urgency} dateTime={at} title={format.bothCalendars(at)}>
      <Icon size={14} aria-hidden />
      {t('case.due.what', { target: t(`goal.target.${target}`), when: words })}
    </time>
  );
}
