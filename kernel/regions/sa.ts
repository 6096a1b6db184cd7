// Regions of Saudi Arabia by ISO 3166-2:SA.
import type { RegionLine } from './regions.ts';

export const saudiRegions: readonly RegionLine[] = [
  ['SA-01', 'الرياض', 'ریاض', 'Riyadh'],
  ['SA-02', 'مكة المكرمة', 'مکه', 'Makkah'],
  ['SA-03', 'المدينة المنورة', 'مدینه', 'Madinah'],
  ['SA-04', 'المنطقة الشرقية', 'منطقهٔ شرقی', 'Eastern Province'],
  ['SA-05', 'القصيم', 'قصیم', 'Qassim'],
  ['SA-06', 'حائل', 'حائل', 'Hail'],
  ['SA-07', 'تبوك', 'تبوک', 'Tabuk'],
  ['SA-08', 'الحدود الشمالية', 'مرزهای شمالی', 'Northern Borders'],
  ['SA-09', 'جازان', 'جازان', 'Jazan'],
  ['SA-10', 'نجران', 'نجران', 'Najran'],
  ['SA-11', 'الباحة', 'باحه', 'Al Bahah'],
  ['SA-12', 'الجوف', 'جوف', 'Al Jawf'],
  ['SA-14', 'عسير', 'عسیر', 'Asir'],
];
