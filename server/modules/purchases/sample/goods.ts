// What the sample organisation sells, and who sells it.
import type { LocaleText } from '#contract/common.ts';

type Good = { key: string; name: LocaleText; code: string; weight: number };
export type GoodCategory = { name: LocaleText; products: readonly Good[] };

export const goods: readonly GoodCategory[] = [
  {
    name: { ar: 'ترشيد المياه', fa: 'صرفه‌جویی آب', en: 'Saving water' },
    products: [
      {
        key: 'tap-set',
        code: 'W-101',
        weight: 9,
        name: { ar: 'طقم صنابير مرشِّدة', fa: 'شیر کاهندهٔ مصرف', en: 'Water-saving tap set' },
      },
      {
        key: 'tank',
        code: 'W-210',
        weight: 4,
        name: { ar: 'خزان مياه منزلي', fa: 'مخزن آب خانگی', en: 'House water tank' },
      },
      { key: 'leak-sensor', code: 'W-330', weight: 3, name: { ar: 'حسّاس تسرّب', fa: 'حسگر نشت', en: 'Leak sensor' } },
    ],
  },
  {
    name: { ar: 'الطاقة', fa: 'انرژی', en: 'Energy' },
    products: [
      { key: 'lamp', code: 'E-110', weight: 10, name: { ar: 'مصابيح موفِّرة', fa: 'لامپ کم‌مصرف', en: 'Saving lamps' } },
      {
        key: 'solar',
        code: 'E-420',
        weight: 2,
        name: { ar: 'لوح شمسي منزلي', fa: 'پنل خورشیدی خانگی', en: 'House solar panel' },
      },
      { key: 'smart-meter', code: 'E-305', weight: 5, name: { ar: 'عدّاد ذكي', fa: 'کنتور هوشمند', en: 'Smart meter' } },
    ],
  },
  {
    name: { ar: 'عقود الصيانة', fa: 'قرارداد نگهداری', en: 'Maintenance contracts' },
    products: [
      {
        key: 'yearly',
        code: 'M-001',
        weight: 6,
        name: { ar: 'عقد صيانة سنوي', fa: 'قرارداد نگهداری سالانه', en: 'Yearly maintenance' },
      },
    ],
  },
];

/** Names of invented shops; the first is the one that signs in. */
export const shops: Record<'ar' | 'fa', readonly { name: string; person: string; places: readonly string[] }[]> = {
  ar: [
    { name: 'مؤسسة النور للأدوات', person: 'هند العامري', places: ['فرع السوق', 'فرع الجامعة'] },
    { name: 'دار الماء', person: 'سعد الخالدي', places: ['المعرض الرئيسي'] },
    { name: 'متجر الطاقة النظيفة', person: 'منى الفهد', places: ['فرع الشمال', 'فرع الجنوب'] },
    { name: 'بيت الصيانة', person: 'ياسر الدخيل', places: ['المركز'] },
  ],
  fa: [
    { name: 'فروشگاه نور', person: 'هدیه رستگار', places: ['شعبهٔ بازار', 'شعبهٔ دانشگاه'] },
    { name: 'خانهٔ آب', person: 'سعید پارسا', places: ['نمایشگاه مرکزی'] },
    { name: 'انرژی پاک', person: 'مینا فرهمند', places: ['شعبهٔ شمال', 'شعبهٔ جنوب'] },
    { name: 'سرای نگهداری', person: 'یاسر دانا', places: ['مرکز'] },
  ],
};
