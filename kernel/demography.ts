// The lists of choices that an organisation starts with for what is known of a person: age, income, education, social group.
import type { CountryCode } from './country-packs.ts';

type Name = { ar: string; fa: string; en: string };
export type ChoiceList = 'age-group' | 'income-band' | 'education' | 'social-group';
export type ShippedChoice = {
  list: ChoiceList;
  name: Name;
  /** Age groups only: whole years, the last one excluded. */
  fromAge?: number;
  untilAge?: number;
};

export const choiceLists: readonly ChoiceList[] = ['age-group', 'income-band', 'education', 'social-group'];

/** In the order in which they are shown. Every organisation changes them as it needs. */
export function shippedChoices(country: CountryCode): readonly ShippedChoice[] {
  return [...ages(), ...incomes(country), ...named('education', education(country)), ...named('social-group', groups)];
}

const ageLimits = [0, 18, 25, 35, 45, 55, 65];

function ages(): ShippedChoice[] {
  return ageLimits.map((fromAge, at) => {
    const untilAge = ageLimits[at + 1];
    if (untilAge === undefined)
      return {
        list: 'age-group',
        fromAge,
        name: { ar: `${fromAge} سنة فأكثر`, fa: `${fromAge} سال و بیشتر`, en: `${fromAge} and over` },
      };
    const name =
      fromAge === 0
        ? { ar: `دون ${untilAge} سنة`, fa: `زیر ${untilAge} سال`, en: `Under ${untilAge}` }
        : {
            ar: `من ${fromAge} إلى ${untilAge - 1} سنة`,
            fa: `${fromAge} تا ${untilAge - 1} سال`,
            en: `${fromAge} to ${untilAge - 1}`,
          };
    return { list: 'age-group', name, fromAge, untilAge };
  });
}

/** Of a month, in the country's currency; in Iran in millions of toman, as people speak of them. */
const incomeLimits: Record<CountryCode, { limits: readonly number[]; unit: Name }> = {
  SA: { limits: [5_000, 10_000, 20_000, 40_000], unit: { ar: 'ريال', fa: 'ریال سعودی', en: 'SAR' } },
  AE: { limits: [5_000, 15_000, 30_000, 60_000], unit: { ar: 'درهم', fa: 'درهم', en: 'AED' } },
  EG: { limits: [7_000, 15_000, 30_000, 60_000], unit: { ar: 'جنيه', fa: 'پوند مصر', en: 'EGP' } },
  IR: { limits: [15, 30, 60, 120], unit: { ar: 'مليون تومان', fa: 'میلیون تومان', en: 'million toman' } },
  other: { limits: [1_000, 2_500, 5_000, 10_000], unit: { ar: 'دولار', fa: 'دلار', en: 'USD' } },
};

function incomes(country: CountryCode): ShippedChoice[] {
  const { limits, unit } = incomeLimits[country];
  const first = limits[0] ?? 0;
  const last = limits.at(-1) ?? 0;
  const between = limits.slice(1).map((until, at) => [limits[at] ?? 0, until] as const);
  return named('income-band', [
    { ar: `أقل من ${first} ${unit.ar}`, fa: `کمتر از ${first} ${unit.fa}`, en: `Under ${first} ${unit.en}` },
    ...between.map(([from, until]) => ({
      ar: `من ${from} إلى ${until} ${unit.ar}`,
      fa: `${from} تا ${until} ${unit.fa}`,
      en: `${from} to ${until} ${unit.en}`,
    })),
    { ar: `${last} ${unit.ar} فأكثر`, fa: `${last} ${unit.fa} و بیشتر`, en: `${last} ${unit.en} and over` },
  ]);
}

const levels: Record<'none' | 'primary' | 'middle' | 'secondary' | 'diploma' | 'bachelor' | 'master' | 'doctor', Name> =
  {
    none: { ar: 'دون تعليم نظامي', fa: 'بدون تحصیلات رسمی', en: 'No formal education' },
    primary: { ar: 'ابتدائي', fa: 'ابتدایی', en: 'Primary school' },
    middle: { ar: 'متوسط', fa: 'سیکل', en: 'Middle school' },
    secondary: { ar: 'ثانوي', fa: 'دیپلم', en: 'Secondary school' },
    diploma: { ar: 'دبلوم', fa: 'کاردانی', en: 'Diploma after school' },
    bachelor: { ar: 'بكالوريوس', fa: 'کارشناسی', en: 'Bachelor' },
    master: { ar: 'ماجستير', fa: 'کارشناسی ارشد', en: 'Master' },
    doctor: { ar: 'دكتوراه', fa: 'دکتری', en: 'Doctorate' },
  };

/** In Egypt middle school is called preparatory (إعدادي) and a bachelor may be a licence (ليسانس). */
function education(country: CountryCode): Name[] {
  if (country !== 'EG') return Object.values(levels);
  return Object.values({
    ...levels,
    middle: { ...levels.middle, ar: 'إعدادي' },
    bachelor: { ...levels.bachelor, ar: 'بكالوريوس أو ليسانس' },
  });
}

const groups: readonly Name[] = [
  { ar: 'موظفو القطاع العام', fa: 'کارکنان بخش عمومی', en: 'Public employees' },
  { ar: 'موظفو القطاع الخاص', fa: 'کارکنان بخش خصوصی', en: 'Private employees' },
  { ar: 'أصحاب الأعمال والمهن الحرة', fa: 'کارفرمایان و صاحبان مشاغل آزاد', en: 'Employers and self-employed' },
  { ar: 'العمال والحرفيون', fa: 'کارگران و پیشه‌وران', en: 'Workers and craftspeople' },
  { ar: 'المزارعون', fa: 'کشاورزان', en: 'Farmers' },
  { ar: 'الطلاب', fa: 'دانش‌آموزان و دانشجویان', en: 'Pupils and students' },
  { ar: 'أعمال المنزل', fa: 'خانه‌داری', en: 'Home makers' },
  { ar: 'المتقاعدون', fa: 'بازنشستگان', en: 'Retired' },
  { ar: 'الباحثون عن عمل', fa: 'جویندگان کار', en: 'Looking for work' },
];

function named(list: ChoiceList, names: readonly Name[]): ShippedChoice[] {
  return names.map((name) => ({ list, name }));
}
