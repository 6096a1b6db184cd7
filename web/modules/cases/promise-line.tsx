// One promise of a case: what, how it stands and when it is due; opened, how that time came about and why it moved.
import {
  IconAlertTriangle,
  IconCheck,
  IconClockPause,
  IconHourglass,
  IconHourglassHigh,
  IconMinus,
  IconX,
} from '@tabler/icons-react';
import { formatDuration } from '#kernel/format-duration.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DerivationText } from '#web/modules/service-levels/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { type Clock, clockStanding, type ClockStanding, hasEnded } from './clock-standing.ts';
import classes from './promises.module.css';

const icons: Record<ClockStanding, typeof IconCheck> = {
  overdue: IconAlertTriangle,
  soon: IconHourglassHigh,
  running: IconHourglass,
  paused: IconClockPause,
  met: IconCheck,
  missed: IconX,
  cancelled: IconMinus,
};

export function PromiseLine({ clock, now }: { clock: Clock; now: number }) {
  const t = useT();
  const format = useFormat();
  const standing = clockStanding(clock, now);
  const Icon = icons[standing];
  const target = t(`goal.target.${clock.target}`);
  const firstClock = clock.target === 'claim' && clock.ordinal === 1;
  return (
    <details className={classes['line']} data-standing={standing} data-ended={hasEnded(standing) || undefined}>
      <summary>
        <span className={classes['head']}>
          <Icon size={16} aria-hidden />
          <span className={classes['target']}>
            {clock.ordinal > 1 ? t('case.promise.again', { target, ordinal: clock.ordinal }) : target}
          </span>
          <span className={classes['standing']}>{t(`case.promise.${standing}`)}</span>
        </span>
        <span className={classes['when']}>
          <When clock={clock} standing={standing} now={now} />
        </span>
      </summary>
      <div className={classes['opened']}>
        {firstClock ? <p>{t('case.promise.first-clock', { at: format.dateTime(clock.startedAt) })}</p> : null}
        <DerivationText
          of={{
            goal: clock.goal,
            calendarName: clock.calendar.name,
            startedAt: clock.startedAt,
            dueAt: clock.dueAt,
            derivation: clock.derivation,
            pauses: clock.pauses,
          }}
        />
        <Moves clock={clock} />
      </div>
    </details>
  );
}

function When({ clock, standing, now }: { clock: Clock; standing: ClockStanding; now: number }) {
  const t = useT();
  const format = useFormat();
  const { dueAt, endedAt, pauses } = clock;
  if (standing === 'paused' || (standing === 'overdue' && !dueAt)) {
    const pause = pauses.find(({ until }) => until === null);
    return pause
      ? t('case.promise.paused-since', {
          since: format.dateTime(pause.from),
          because: t(`derivation.reason.${pause.reason}`),
        })
      : null;
  }
  if (hasEnded(standing))
    return endedAt ? (
      <>
        {t(`case.promise.ended.${clock.state === 'cancelled' ? 'cancelled' : 'reached'}`)}{' '}
        <DateText value={endedAt} show="date-time" />
      </>
    ) : null;
  if (!dueAt) return t('derivation.due-never');
  return (
    <>
      <DateText value={dueAt} show="date-time" />
      <span>
        {standing === 'overdue'
          ? t('case.due.overdue', { length: formatDuration(now - Date.parse(dueAt), format.settings, 'long') })
          : format.relative(dueAt)}
      </span>
    </>
  );
}

/** Why the time is not the one that was promised first. */
function Moves({ clock: { moves, firstDueAt, dueAt } }: { clock: Clock }) {
  const t = useT();
  const format = useFormat();
  const at = (instant: string | null) => (instant ? format.dateTime(instant) : t('case.promise.no-time'));
  if (moves.length === 0 && (!firstDueAt || firstDueAt === dueAt)) return null;
  return (
    <>
      {firstDueAt ? <p>{t('case.promise.first-due', { at: at(firstDueAt) })}</p> : null}
      {moves.length > 0 ? (
        <ul className={classes['moves']} aria-label={t('case.promise.moves')}>
          {moves.map((move) => (
            <li key={`${move.at} ${move.to}`}>
              {t(`case.promise.moved.${move.why}`, { from: at(move.from), to: at(move.to) })}{' '}
              <span className={classes['quiet']}>
                <DateText value={move.at} show="relative" />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
