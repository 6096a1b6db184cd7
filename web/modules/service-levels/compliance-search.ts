// Period, grouping and filters of the compliance page as they stand in the address.
import { caseWords, targets } from './case-words.ts';

export const compliancePeriods = ['90-days', 'month', 'year', 'custom'] as const;
export type CompliancePeriod = (typeof compliancePeriods)[number];
export const groupings = ['target', 'policy', 'unit', 'segment', 'channel', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

export type ComplianceSearch = {
  /** The last 90 days when absent. */
  period?: CompliancePeriod;
  /** Gregorian days, both included, of a custom period. */
  from?: string;
  to?: string;
  /** By target when absent. */
  by?: Grouping;
  target?: (typeof targets)[number];
  policyId?: string;
  unitId?: string;
  segmentId?: string;
  channel?: (typeof caseWords.channels)[number];
  kind?: (typeof caseWords.kinds)[number];
};

export function validateComplianceSearch(given: Record<string, unknown>): ComplianceSearch {
  const period = oneOf(compliancePeriods, given['period']);
  const search = {
    period: period === '90-days' ? undefined : period,
    from: period === 'custom' ? day(given['from']) : undefined,
    to: period === 'custom' ? day(given['to']) : undefined,
    by: given['by'] === 'target' ? undefined : oneOf(groupings, given['by']),
    target: oneOf(targets, given['target']),
    policyId: id(given['policyId']),
    unitId: id(given['unitId']),
    segmentId: id(given['segmentId']),
    channel: oneOf(caseWords.channels, given['channel']),
    kind: oneOf(caseWords.kinds, given['kind']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as ComplianceSearch;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
