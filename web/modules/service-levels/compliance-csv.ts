// Saves the compliance figures as a CSV file; numbers of groups that are too small stay out.
import { saveCsv } from '#web/lib/csv.ts';
import type { Translate } from '#web/lib/i18n.ts';
import type { ComplianceFigures } from './policy-wire.ts';

type Row = { name: string; figures: ComplianceFigures };

export function saveCompliance(groups: readonly Row[], all: ComplianceFigures, t: Translate, file: string): void {
  const head = [
    t('compliance.group'),
    t('compliance.clocks'),
    ...(['met', 'missed', 'overdue', 'running', 'cancelled'] as const).map((part) => t(`compliance.column.${part}`)),
    t('compliance.kept'),
    t('compliance.column.low'),
    t('compliance.column.high'),
    ...(['p50', 'p90', 'p95'] as const).map((part) => t(`compliance.used.${part}`)),
    t('compliance.pause-share'),
  ];
  const rows = [...groups, { name: t('compliance.all'), figures: all }].map(({ name, figures }) => [
    name,
    figures.clocks,
    figures.met,
    figures.missed,
    figures.overdue,
    figures.running,
    figures.cancelled,
    rounded(figures.kept?.share),
    rounded(figures.kept?.low),
    rounded(figures.kept?.high),
    rounded(figures.used?.p50),
    rounded(figures.used?.p90),
    rounded(figures.used?.p95),
    rounded(figures.pauseShare),
  ]);
  saveCsv([head, ...rows], file);
}

function rounded(share: number | null | undefined): number | null {
  return share == null ? null : Math.round(share * 1000) / 1000;
}
