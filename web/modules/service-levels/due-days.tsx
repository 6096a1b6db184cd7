// How the due time of something without a goal of its own came about, such as of a task: day by day, with closings.
import { type Derived, derivationSentences } from './derivation-sentences.ts';
import classes from './derivation-text.module.css';
import { Told } from './told-sentence.tsx';
import { useWords } from './words.ts';

export type DueDaysProps = Pick<Derived, 'startedAt' | 'dueAt' | 'derivation'>;

export function DueDays({ startedAt, dueAt, derivation }: DueDaysProps) {
  const words = useWords();
  const counted = derivation.days.reduce((sum, { countedMs }) => sum + countedMs, 0);
  // Hours that run through count every hour of the days between the first and the last.
  const byClock =
    derivation.days.slice(1, -1).every(({ openMs }) => openMs >= 23 * 3_600_000) && derivation.days.length > 2;
  const { days, due } = derivationSentences(
    {
      goal: {
        target: 'claim',
        amount: Math.max(1, Math.round(counted / 60_000)),
        unit: byClock ? 'minutes' : 'working-minutes',
        from: 'registered',
        calendarId: null,
        pausedBy: [],
        warnAt: null,
        onWarn: [],
        onBreach: [],
      },
      calendarName: {},
      startedAt,
      dueAt,
      derivation,
      pauses: [],
    },
    words,
  );
  return (
    <div className={classes['derivation']}>
      <ol className={classes['days']} aria-label={words.t('derivation.days-of')}>
        {days.map((sentence) => (
          <li key={sentence.text}>
            <Told sentence={sentence} />
          </li>
        ))}
      </ol>
      <p className={classes['due']}>
        <Told sentence={due} />
      </p>
    </div>
  );
}
