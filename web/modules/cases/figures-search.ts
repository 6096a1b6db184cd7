// The filters of the figures as they stand in the address.
import { caseKinds } from './case-choices.ts';

export const figurePeriods = ['month', 'three-months', 'year', 'custom'] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

export type FiguresSearch = {
  /** Twelve months when absent. */
  period?: FigurePeriod;
  /** Gregorian days, both included, of a custom period. */
  from?: string;
  to?: string;
  unitId?: string;
  kind?: (typeof caseKinds)[number];
  view?: 'table';
};

export function validateFiguresSearch(given: Record<string, unknown>): FiguresSearch {
  const period = figurePeriods.find((one) => one === given['period']);
  const kind = caseKinds.find((one) => one === given['kind']);
  const unitId = given['unitId'];
  const from = day(given['from']);
  const to = day(given['to']);
  return {
    ...(period && period !== 'year' ? { period } : {}),
    ...(period === 'custom' && from ? { from } : {}),
    ...(period === 'custom' && to ? { to } : {}),
    ...(typeof unitId === 'string' && /^[0-9a-f-]{36}$/.test(unitId) ? { unitId } : {}),
    ...(kind ? { kind } : {}),
    ...(given['view'] === 'table' ? { view: 'table' as const } : {}),
  };
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
