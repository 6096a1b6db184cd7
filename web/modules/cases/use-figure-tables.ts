// The figures as plain tables: for whoever reads numbers better than bars, and for the export.
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { claimEndsInOrder } from './figure-words.ts';
import { useAgeLabel } from './use-age-label.ts';
import type { CaseFigures } from './wire.ts';

/** The first cell of a row names it; numbers stay numbers, null is a suppressed or missing one. */
export type FigureTable = { title: string; head: string[]; rows: Array<[string, ...Array<number | null>]> };

export function useFigureTables(figures: CaseFigures): FigureTable[] {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const age = useAgeLabel();
  const { claims } = figures;
  return [
    {
      title: t('figures.standing'),
      head: [t('figures.figure'), t('figures.number')],
      rows: [
        [t('figures.registered'), figures.registered],
        [t('figures.open-now'), figures.openNow],
        [t('figures.claimed-now'), figures.claimedNow],
        [t('figures.reopened'), figures.reopened],
      ],
    },
    {
      title: t('figures.ends'),
      head: [t('figures.figure'), t('figures.number')],
      rows: [
        ...claimEndsInOrder.map(({ name }): FigureTable['rows'][number] => [t(`figures.end.${name}`), claims[name]]),
        [t('figures.claims'), claims.claims],
      ],
    },
    {
      title: t('figures.segments'),
      head: [
        t('figures.segment'),
        t('figures.ended'),
        t('figures.end.confirmed'),
        t('figures.end.disputed'),
        t('figures.median-hours'),
      ],
      rows: figures.bySegment.map((segment) => [
        text(segment.segment) || t('figures.no-segment'),
        segment.ended,
        segment.confirmed,
        segment.disputed,
        segment.medianHoursToFirstClaim === null ? null : Math.round(segment.medianHoursToFirstClaim * 10) / 10,
      ]),
    },
    {
      title: t('figures.age'),
      head: [t('figures.age-band'), t('figures.open-now'), t('figures.claimed-now')],
      rows: figures.openByAge.map((band) => [age(band), band.open, band.claimed]),
    },
    {
      title: t('figures.months'),
      head: [
        t('figures.month'),
        t('figures.registered'),
        t('figures.claims'),
        ...claimEndsInOrder.map(({ name }) => t(`figures.end.${name}`)),
      ],
      rows: figures.months.map((month) => [
        format.date(month.start, 'month'),
        month.registered,
        month.claims.claims,
        ...claimEndsInOrder.map(({ name }) => month.claims[name]),
      ]),
    },
  ];
}
