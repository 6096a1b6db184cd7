// How grave a case is and what its customer seeks, as assessed last.
import { Title } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import contextClasses from './case-context.module.css';
import classes from './promises.module.css';
import type { CasePromises } from './wire.ts';

const grades = ['severity', 'complexity', 'impact'] as const;

export function AssessmentFacts({ assessment }: { assessment: NonNullable<CasePromises['assessment']> }) {
  const t = useT();
  const format = useFormat();
  const { safety, immediateAction, remedySought, incidentDate, incidentPlace, at, by } = assessment;
  return (
    <section className={classes['demands']} aria-label={t('case.assessment')}>
      <Title order={4} size="h5">
        {t('case.assessment')}
      </Title>
      <dl className={contextClasses['facts']}>
        {grades.map((grade) => (
          <div key={grade} className={classes['fact']}>
            <dt>{t(`case.assess.${grade}`)}</dt>
            <dd>{t(`case.assess.grade.${assessment[grade] as 1 | 2 | 3 | 4}`)}</dd>
          </div>
        ))}
        {remedySought ? (
          <div className={classes['fact']}>
            <dt>{t('case.assess.remedy')}</dt>
            <dd dir="auto">{remedySought}</dd>
          </div>
        ) : null}
        {incidentDate || incidentPlace ? (
          <div className={classes['fact']}>
            <dt>{t('case.assess.incident')}</dt>
            <dd>
              {incidentDate ? format.date(incidentDate, 'long') : null} <bdi>{incidentPlace}</bdi>
            </dd>
          </div>
        ) : null}
      </dl>
      {safety ? <p>{t('case.assess.safety')}</p> : null}
      {immediateAction ? <p>{t('case.assess.immediate')}</p> : null}
      <p className={classes['quiet']}>
        <bdi>{by.name ?? t('case.actor.staff')}</bdi> · <DateText value={at} />
      </p>
    </section>
  );
}
