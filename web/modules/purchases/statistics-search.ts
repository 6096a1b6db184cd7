// Dimensions, filters and period of the statistics as they stand in the address.
import type { StatisticsDimension } from '#contract/purchases.ts';
import { choiceParam, presentParams, textParam } from '#web/lib/search-params.ts';

/** Written out: the contract brings zod along, which the first page does without. */
export const dimensions = [
  'province',
  'city',
  'kind',
  'gender',
  'age-group',
  'income-band',
  'education',
  'social-group',
  'category',
] as const satisfies readonly StatisticsDimension[];
export type Dimension = (typeof dimensions)[number];
export const filterNames = [
  'provinceId',
  'kind',
  'gender',
  'ageGroupId',
  'incomeBandId',
  'educationId',
  'socialGroupId',
  'categoryId',
] as const;
export type FilterName = (typeof filterNames)[number];
export const shares = ['row', 'column', 'total'] as const;

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
const id = (value: unknown): string | undefined => {
  const text = textParam(value, 36);
  return text && /^[0-9a-f-]{36}$/.test(text) ? text : undefined;
};

export function validateStatisticsSearch(given: Record<string, unknown>) {
  return presentParams({
    rows: choiceParam(given['rows'], dimensions),
    columns: choiceParam(given['columns'], dimensions),
    /** Days in the first and the last month. */
    from: day(given['from']),
    to: day(given['to']),
    provinceId: id(given['provinceId']),
    kind: choiceParam(given['kind'], ['person', 'company'] as const),
    gender: choiceParam(given['gender'], ['female', 'male'] as const),
    ageGroupId: id(given['ageGroupId']),
    incomeBandId: id(given['incomeBandId']),
    educationId: id(given['educationId']),
    socialGroupId: id(given['socialGroupId']),
    categoryId: id(given['categoryId']),
    /** Shares instead of counts. */
    show: choiceParam(given['show'], shares),
    /** The cell whose customers are listed: `<row key>~<column key>`. */
    cell: textParam(given['cell'], 80),
  });
}
export type StatisticsSearch = ReturnType<typeof validateStatisticsSearch>;
