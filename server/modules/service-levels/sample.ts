// The working calendars of the sample organisation: offices with Ramadan and the feasts and national days of its country, and a contact centre.
import type { LocaleText } from '#contract/common.ts';
import type { CalendarException, Span, Week, WorkingCalendarInput } from '#contract/service-levels.ts';
import type { CalendarName } from '#kernel/calendar/settings.ts';
import { readOrganisation, type SampleCountry } from '#modules/organisation/index.ts';
import { asOf } from '#platform/as-of.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { changeCalendar } from './change-calendar.ts';
import { createCalendar } from './create-calendar.ts';
import { listCalendars } from './list-calendars.ts';

type Holiday = {
  name: LocaleText;
  calendar: CalendarName;
  month: number;
  days: readonly [from: number, until: number];
};

const ramadan = { name: { ar: 'شهر رمضان', fa: 'ماه رمضان', en: 'Ramadan' }, month: 9, days: [1, 30] } as const;
const eidAlFitr: LocaleText = { ar: 'عيد الفطر', fa: 'عید فطر', en: 'Eid al-Fitr' };
const eidAlAdha: LocaleText = { ar: 'عيد الأضحى', fa: 'عید قربان', en: 'Eid al-Adha' };

/** As the law of each country has them: Iran closes for shorter feasts. */
const holidays: Record<SampleCountry, readonly Holiday[]> = {
  SA: [
    { name: eidAlFitr, calendar: 'islamic-umalqura', month: 10, days: [1, 4] },
    { name: eidAlAdha, calendar: 'islamic-umalqura', month: 12, days: [9, 12] },
    {
      name: { ar: 'يوم التأسيس', fa: 'روز بنیان‌گذاری', en: 'Founding Day' },
      calendar: 'gregory',
      month: 2,
      days: [22, 22],
    },
    { name: { ar: 'اليوم الوطني', fa: 'روز ملی', en: 'National Day' }, calendar: 'gregory', month: 9, days: [23, 23] },
  ],
  IR: [
    { name: eidAlFitr, calendar: 'islamic-umalqura', month: 10, days: [1, 2] },
    { name: eidAlAdha, calendar: 'islamic-umalqura', month: 12, days: [10, 10] },
    { name: { ar: 'النوروز', fa: 'نوروز', en: 'Nowruz' }, calendar: 'persian', month: 1, days: [1, 4] },
    { name: { ar: 'يوم الطبيعة', fa: 'روز طبیعت', en: 'Nature Day' }, calendar: 'persian', month: 1, days: [13, 13] },
    {
      name: { ar: 'ذكرى انتصار الثورة', fa: 'پیروزی انقلاب', en: 'Victory of the Revolution' },
      calendar: 'persian',
      month: 11,
      days: [22, 22],
    },
  ],
};

const at = (from: number, until: number): Span => ({ from: from * 60, until: until * 60 });

/** After the organisation, whose default calendar becomes that of the offices. */
export async function writeSampleCalendars(
  ctx: Context,
  { country, since }: { country: SampleCountry; since: Date },
): Promise<void> {
  const { timeZone, weekend } = await readOrganisation(ctx);
  const workdays = (...spans: Span[]): Week =>
    Array.from({ length: 7 }, (_, day) => (weekend.includes(day) ? [] : spans));
  const everyDay = (...spans: Span[]): Week => Array.from({ length: 7 }, () => spans);
  await asOf(ctx, since, async (then) => {
    const first = (await listCalendars(then)).items.find((one) => one.isDefault)!;
    await changeCalendar(then, {
      id: first.id,
      version: first.version,
      name: { ar: 'دوام الإدارات', fa: 'ساعت کاری اداره‌ها', en: 'Office hours' },
      timeZone,
      week: workdays(at(8, 12), at(13, 16)),
      exceptions: [
        exception({ ...ramadan, calendar: 'islamic-umalqura' }, workdays(at(10, 15))),
        ...holidays[country].map((one) => exception(one, null)),
      ],
      closures: [],
    });
    const contactCentre: WorkingCalendarInput = {
      name: { ar: 'مركز الاتصال', fa: 'مرکز تماس', en: 'Contact centre' },
      timeZone,
      week: everyDay(at(8, 24)),
      exceptions: [],
      closures: [],
    };
    await createCalendar(then, contactCentre);
  });
}

/** Every year of its calendar. */
function exception({ name, calendar, month, days }: Holiday, week: Week | null): CalendarException {
  const [from, until] = days;
  return {
    id: newId(),
    name,
    calendar,
    year: null,
    from: { month, day: from },
    until: { month, day: until },
    week,
    declared: [],
  };
}
