// What the regime of a case demands of it: what is still open first, each with its source when asked for.
import { Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { SourceLine } from '#web/modules/service-levels/index.ts';
import { DateText } from '#web/ui/date-text.tsx';
import classes from './promises.module.css';
import type { CasePromises } from './wire.ts';

type RegimeOfCase = NonNullable<CasePromises['regime']>;
type Demand = RegimeOfCase['demands'][number];

const order: ReadonlyArray<Demand['state']> = ['missed', 'open', 'met'];
const icons = { missed: IconAlertTriangle, open: IconCircle, met: IconCheck } as const;

export function DemandList({ regime: { name, demands } }: { regime: RegimeOfCase }) {
  const t = useT();
  const text = useLocaleText();
  const own = demands
    .filter(({ by }) => by !== null)
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  const left = own.filter(({ state }) => state !== 'met').length;
  const held = demands.filter(({ by }) => by === null);
  return (
    <section className={classes['demands']} aria-label={t('case.demands')}>
      <Title order={4} size="h5">
        {t('case.demands')}
      </Title>
      <p className={classes['quiet']}>
        <bdi>{text(name)}</bdi> · {t('case.demands-left', { count: left })}
      </p>
      <ul className={classes['lines']}>
        {own.map((demand) => (
          <li key={demand.rule.id}>
            <DemandLine demand={demand} />
          </li>
        ))}
      </ul>
      {held.length > 0 ? (
        <details className={classes['line']}>
          <summary className={classes['quiet']}>{t('case.demands-held', { number: held.length })}</summary>
          <ul className={classes['lines']}>
            {held.map(({ rule }) => (
              <li key={rule.id}>
                <div>{text(rule.text)}</div>
                <SourceLine source={rule.source} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function DemandLine({ demand: { rule, state, dueAt, doneAt } }: { demand: Demand }) {
  const t = useT();
  const text = useLocaleText();
  const Icon = icons[state];
  return (
    <details className={classes['line']} data-demand={state}>
      <summary>
        <span className={classes['head']}>
          <Icon size={16} aria-hidden />
          <span className={classes['target']}>{text(rule.text)}</span>
          <span className={classes['standing']}>{t(`case.demand.${state}`)}</span>
        </span>
        {state === 'met' && doneAt ? (
          <span className={classes['when']}>
            <DateText value={doneAt} show="date-time" />
          </span>
        ) : null}
        {state !== 'met' && dueAt ? (
          <span className={classes['when']}>
            {t('case.demand.until')} <DateText value={dueAt} show="date-time" />
          </span>
        ) : null}
      </summary>
      <div className={classes['opened']}>
        <SourceLine source={rule.source} />
      </div>
    </details>
  );
}
