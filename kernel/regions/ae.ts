// Emirates of the United Arab Emirates by ISO 3166-2:AE.
import type { RegionLine } from './regions.ts';

export const emirates: readonly RegionLine[] = [
  ['AE-AZ', 'أبوظبي', 'ابوظبی', 'Abu Dhabi'],
  ['AE-DU', 'دبي', 'دبی', 'Dubai'],
  ['AE-SH', 'الشارقة', 'شارجه', 'Sharjah'],
  ['AE-AJ', 'عجمان', 'عجمان', 'Ajman'],
  ['AE-UQ', 'أم القيوين', 'ام‌القیوین', 'Umm Al Quwain'],
  ['AE-RK', 'رأس الخيمة', 'رأس‌الخیمه', 'Ras Al Khaimah'],
  ['AE-FU', 'الفجيرة', 'فجیره', 'Fujairah'],
];
