// The clocks of a case. The first one never moves, whatever happens; each time stands in both calendars.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './case-context.module.css';
import type { CaseView } from './wire.ts';

export function CaseClocks({ view }: { view: CaseView }) {
  const t = useT();
  const format = useFormat();
  const times = [
    ['registered', view.registeredAt],
    ['last-activity', view.lastActivityAt],
    ['claimed', view.openClaim?.claimedAt],
    ['lapses', view.openClaim?.lapsesAt],
    ['waiting-until', view.waitingUntil],
    ['reopenable-until', view.reopenableUntil],
  ] as const;
  return (
    <dl className={classes['times']}>
      {times.map(([name, at]) =>
        at ? (
          <div key={name} data-first={name === 'registered' || undefined}>
            <dt>{t(`case.clock.${name}`)}</dt>
            <dd>
              <strong>{format.relative(at)}</strong>
              <time dateTime={at}>{format.bothCalendars(at)}</time>
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
