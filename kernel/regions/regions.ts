// The tree of regions that an organisation starts with: countries (ISO 3166-1) and their provinces (ISO 3166-2), in three languages.
import { emirates } from './ae.ts';
import { governorates } from './eg.ts';
import { iranianProvinces } from './ir.ts';
import { saudiRegions } from './sa.ts';

export type RegionLine = readonly [code: string, ar: string, fa: string, en: string];
export type ShippedRegion = {
  level: 'country' | 'province';
  code: string;
  /** Code of the country that a province lies in. */
  parentCode: string | null;
  name: { ar: string; fa: string; en: string };
};

const countries: readonly RegionLine[] = [
  ['SA', 'المملكة العربية السعودية', 'عربستان سعودی', 'Saudi Arabia'],
  ['AE', 'الإمارات العربية المتحدة', 'امارات متحدهٔ عربی', 'United Arab Emirates'],
  ['EG', 'مصر', 'مصر', 'Egypt'],
  ['IR', 'إيران', 'ایران', 'Iran'],
];

/** Countries before the provinces that lie in them. Cities are added by each organisation. */
export const shippedRegions: readonly ShippedRegion[] = [
  ...countries.map((line) => region('country', line, null)),
  ...[...saudiRegions, ...emirates, ...governorates, ...iranianProvinces].map((line) =>
    region('province', line, line[0].slice(0, 2)),
  ),
];

function region(
  level: ShippedRegion['level'],
  [code, ar, fa, en]: RegionLine,
  parentCode: string | null,
): ShippedRegion {
  return { level, code, parentCode, name: { ar, fa, en } };
}
