// The Persian texts of React Aria's date components, which it lacks; it reads them once per page from a global place.
import * as english from 'react-aria-components/i18n/en-US';

type Strings = Record<string, Record<string, unknown>>;

const persian: Strings = {
  '@react-aria/calendar': {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: (values: { date: string }) => `تاریخ انتخاب‌شده: ${values.date}`,
    selectedRangeDescription: (values: { dateRange: string }) => `بازهٔ انتخاب‌شده: ${values.dateRange}`,
    todayDate: (values: { date: string }) => `امروز، ${values.date}`,
    todayDateSelected: (values: { date: string }) => `امروز، ${values.date}، انتخاب‌شده`,
    dateSelected: (values: { date: string }) => `${values.date}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای آغاز انتخاب بازه کلیک کنید',
    finishRangeSelectionPrompt: 'برای پایان انتخاب بازه کلیک کنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: (values: { startDate: string; endDate: string }) => `${values.startDate} تا ${values.endDate}`,
  },
  '@react-aria/datepicker': {
    era: 'مبدأ',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'ق.ظ/ب.ظ',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: (values: { date: string }) => `تاریخ انتخاب‌شده: ${values.date}`,
    selectedRangeDescription: (values: { startDate: string; endDate: string }) =>
      `بازهٔ انتخاب‌شده: ${values.startDate} تا ${values.endDate}`,
    selectedTimeDescription: (values: { time: string }) => `زمان انتخاب‌شده: ${values.time}`,
  },
  '@react-stately/datepicker': {
    rangeUnderflow: (values: { minValue: string }) => `تاریخ باید ${values.minValue} یا پس از آن باشد.`,
    rangeOverflow: (values: { maxValue: string }) => `تاریخ باید ${values.maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ در دسترس نیست.',
  },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
};

export function installPersianDateStrings(): void {
  const page = window as unknown as Record<symbol, unknown>;
  page[Symbol.for('react-aria.i18n.locale')] = 'fa-IR';
  // Every package of the library must be there, else it throws; those we do not use stay English.
  page[Symbol.for('react-aria.i18n.strings')] = { ...(english as unknown as { default: Strings }).default, ...persian };
}
