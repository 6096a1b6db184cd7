// Derivations in words, in three languages: what a person reads can be checked against the calendar, day by day.
import i18next, { type FormatterModule } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { DateSettings, Language } from '#kernel/calendar/settings.ts';
import { nameCustomer } from '#kernel/customer-word.ts';
import { explainedDueTime, type Target } from '#kernel/working-time/due-time.ts';
import { openTime } from '#kernel/working-time/open-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { makeFormat } from '#web/lib/format.ts';
import type { Translate } from '#web/lib/i18n.ts';
import { messages as casesAr } from '../cases/messages.ar.ts';
import { messages as casesEn } from '../cases/messages.en.ts';
import { messages as casesFa } from '../cases/messages.fa.ts';
import { derivationSentences } from './derivation-sentences.ts';
import { goalWords } from './goal-words.ts';
import { messages as lateAr } from './page-texts/messages.ar.ts';
import { messages as lateEn } from './page-texts/messages.en.ts';
import { messages as lateFa } from './page-texts/messages.fa.ts';
import { messages as ar } from './messages.ar.ts';
import { messages as en } from './messages.en.ts';
import { messages as fa } from './messages.fa.ts';
import type { Goal, Pause } from './policy-wire.ts';
import type { Words } from './words.ts';

const texts = {
  ar: { ...ar, ...lateAr, ...casesAr },
  fa: { ...fa, ...lateFa, ...casesFa },
  en: { ...en, ...lateEn, ...casesEn },
};
const settings: Record<Language, DateSettings> = {
  ar: {
    language: 'ar',
    calendar: 'islamic-umalqura',
    digits: 'arab',
    weekStart: 0,
    weekendDays: [5, 6],
    timeZone: 'Asia/Riyadh',
  },
  fa: {
    language: 'fa',
    calendar: 'persian',
    digits: 'arabext',
    weekStart: 6,
    weekendDays: [5],
    timeZone: 'Asia/Tehran',
  },
  en: {
    language: 'en',
    calendar: 'gregory',
    digits: 'latn',
    weekStart: 1,
    weekendDays: [5, 6],
    timeZone: 'Asia/Riyadh',
  },
};

function wordsIn(language: Language): Words {
  const format = makeFormat(settings[language]);
  const instance = i18next.createInstance();
  const formatter: FormatterModule = {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value) => (typeof value === 'number' ? format.number(value) : String(value ?? '')),
  };
  const named = Object.entries(texts[language]).map(([key, text]) => [key, nameCustomer(text, language, 'customer')]);
  void instance.use(formatter).init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [language]: { translation: Object.fromEntries(named) } },
    interpolation: { escapeValue: false, alwaysFormat: true },
  } as Parameters<typeof instance.init>[0]);
  return {
    t: instance.t as unknown as Translate,
    format,
    text: (name) => name?.[language] ?? name?.en ?? '',
  };
}

/** Sunday to Thursday, 8 to 16. In November 2026: 1 is a Sunday. */
const office: WorkingCalendar = {
  timeZone: 'Asia/Riyadh',
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 480, until: 960 }] : [])),
  exceptions: [
    {
      id: 'founding',
      calendar: 'gregory',
      year: 2026,
      from: { month: 11, day: 8 },
      until: { month: 11, day: 8 },
      week: null,
      declared: [],
    },
    {
      id: 'ramadan',
      calendar: 'gregory',
      year: 2026,
      from: { month: 11, day: 15 },
      until: { month: 11, day: 19 },
      week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 600, until: 900 }] : [])),
      declared: [],
    },
  ],
  closures: [{ id: 'works', from: '2026-11-05T14:00', until: '2026-11-05T16:00' }],
};
const names: Record<string, Record<Language, string>> = {
  founding: { en: 'Founding Day', ar: 'يوم التأسيس', fa: 'روز بنیان‌گذاری' },
  ramadan: { en: 'Ramadan', ar: 'رمضان', fa: 'رمضان' },
  works: { en: 'works', ar: 'أعمال صيانة', fa: 'تعمیرات' },
};

type Told = { goal: Target; from: string; pauses?: Pause[]; language?: Language };

function told({ goal: target, from, pauses = [], language = 'en' }: Told): string[] {
  const { due, days } = explainedDueTime(
    openTime(office),
    Date.parse(from),
    target,
    pauses.map((pause) => ({ from: Date.parse(pause.from), until: pause.until ? Date.parse(pause.until) : null })),
  );
  const sentences = derivationSentences(
    {
      goal: goalOf(target),
      calendarName: { en: 'Working hours', ar: 'ساعات العمل', fa: 'ساعت کاری' },
      startedAt: from,
      dueAt: typeof due === 'number' ? new Date(due).toISOString() : null,
      derivation: {
        timeZone: office.timeZone,
        days: days.map((day) => ({ ...day, why: day.why.map((id) => names[id]!) })),
      },
      pauses,
    },
    wordsIn(language),
  );
  return [sentences.begins, ...sentences.days, ...sentences.pauses, sentences.due].map(({ text }) => text);
}

function goalOf(target: Target): Goal {
  return {
    ...target,
    target: 'claim',
    from: 'registered',
    calendarId: null,
    pausedBy: [],
    warnAt: null,
    onWarn: [],
    onBreach: [],
  };
}

const waiting: Pause = {
  reason: 'customer-information',
  from: '2026-11-03T07:00:00.000Z',
  until: '2026-11-03T09:10:00.000Z',
  by: { kind: 'staff', id: null, name: 'Mona' },
};

describe('a derivation in words', () => {
  it('says the start, what it counts, every day that is not ordinary, and the end', () => {
    expect(told({ goal: { amount: 6, unit: 'working-days' }, from: '2026-11-01T06:40:00.000Z' })).toEqual([
      '6 working days from Sunday 1 November 2026, 09:40, by Working hours.',
      'Sunday 1 November: 6 hours 20 minutes left of the day, the day of the beginning is not counted',
      'Monday 2 to Wednesday 4 November: 3 working days, 8 hours each',
      'Thursday 5 November: 6 hours (works)',
      'Friday 6 to Saturday 7 November: closed, weekly rest',
      'Sunday 8 November: closed, Founding Day',
      'Monday 9 November: 1 working day, 8 hours',
      'Tuesday 10 November: 1 working day, 8 hours',
      'Due Tuesday 10 November 2026, 16:00.',
    ]);
  });

  it('tells a pause with who, why and how long, and how much of the last day is needed', () => {
    expect(
      told({ goal: { amount: 20 * 60, unit: 'working-minutes' }, from: '2026-11-01T06:40:00.000Z', pauses: [waiting] }),
    ).toEqual([
      '20 working hours from Sunday 1 November 2026, 09:40, by Working hours.',
      'Sunday 1 November: 6 hours 20 minutes left of the day',
      'Monday 2 November: 8 hours',
      'Tuesday 3 November: 8 hours, 2 hours 10 minutes of it paused, of which 5 hours 40 minutes are needed',
      'Paused 2 hours 10 minutes, Tuesday 3 November 2026, 10:00 to 12:10: waiting for information from the customer (Mona).',
      'Due Tuesday 3 November 2026, 15:50.',
    ]);
  });

  it('says what of a long pause counts, since a night is no time of the goal', () => {
    const overnight = { ...waiting, until: '2026-11-04T07:00:00.000Z' };
    const lines = told({
      goal: { amount: 20 * 60, unit: 'working-minutes' },
      from: '2026-11-01T06:40:00.000Z',
      pauses: [overnight],
    });
    expect(lines).toContain(
      'Wednesday 4 November: 8 hours, 2 hours of it paused, of which 3 hours 40 minutes are needed',
    );
    expect(lines).toContain('8 hours of it fell into the time that counts.');
    expect(lines.at(-1)).toBe('Due Wednesday 4 November 2026, 13:40.');
  });

  it('shows special hours with their name, merged over the days that have them', () => {
    const lines = told({ goal: { amount: 30 * 60, unit: 'working-minutes' }, from: '2026-11-12T05:00:00.000Z' });
    expect(lines).toContain('Sunday 15 to Wednesday 18 November: special hours (Ramadan), 5 hours each');
    expect(lines).toContain('Thursday 19 November: special hours (Ramadan), 5 hours, of which 2 hours are needed');
  });

  it('has no due time while a pause has no end', () => {
    const still = { ...waiting, until: null };
    const lines = told({
      goal: { amount: 3, unit: 'working-days' },
      from: '2026-11-01T06:40:00.000Z',
      pauses: [still],
    });
    expect(lines.at(-2)).toBe(
      'Paused since Tuesday 3 November 2026, 10:00, without an end so far: waiting for information from the customer (Mona).',
    );
    expect(lines.at(-1)).toBe('No due time while it is paused.');
  });

  it('counts the clock on the wall where the goal does', () => {
    expect(told({ goal: { amount: 2, unit: 'days' }, from: '2026-11-06T06:40:00.000Z' })).toEqual([
      '2 calendar days by the clock from Friday 6 November 2026, 09:40.',
      'Friday 6 November: 14 hours 20 minutes left of the day, the day of the beginning is not counted',
      'Saturday 7 November: 1 whole day',
      'Sunday 8 November: 1 whole day',
      'Due Monday 9 November 2026, 00:00.',
    ]);
  });

  it('is in the calendar, digits and language of the reader: Arabic', () => {
    const lines = told({
      goal: { amount: 6, unit: 'working-days' },
      from: '2026-11-01T06:40:00.000Z',
      pauses: [waiting],
      language: 'ar',
    });
    expect(lines[0]).toBe('٦ أيام عمل من الأحد ٢١ جمادى الأولى ١٤٤٨ هـ، ٩:٤٠ ص، وفق ساعات العمل.');
    expect(lines).toContain('الأحد ٢٨ جمادى الأولى: مغلق، يوم التأسيس');
    expect(lines.at(-2)).toBe(
      'توقف ساعتان و١٠ دقائق، من الثلاثاء ٢٣ جمادى الأولى ١٤٤٨ هـ، ١٠:٠٠ ص إلى ١٢:١٠ م: بانتظار معلومات من العميل (Mona).',
    );
  });

  it('is in the calendar, digits and language of the reader: Persian, whose clock is another', () => {
    const lines = told({ goal: { amount: 6, unit: 'working-days' }, from: '2026-11-01T06:40:00.000Z', language: 'fa' });
    expect(lines[0]).toBe('۶ روز کاری از یکشنبه ۱۰ آبان ۱۴۰۵، ۹:۴۰، بر پایهٔ ساعت کاری. زمان‌ها به وقت Asia/Riyadh است.');
    expect(lines).toContain('دوشنبه ۱۱ تا چهارشنبه ۱۳ آبان: ۳ روز کاری، هر روز ۸ ساعت');
    expect(lines).toContain('جمعه ۱۵ تا شنبه ۱۶ آبان: بسته، تعطیل هفتگی');
  });
});

describe('a goal in words', () => {
  it('says how much from when by which calendar, what pauses it and when it warns', () => {
    const goal: Goal = {
      ...goalOf({ amount: 5, unit: 'working-days' }),
      pausedBy: ['customer-information'],
      warnAt: 80,
    };
    expect(goalWords(goal, { en: 'Working hours' }, wordsIn('en'))).toBe(
      'Resolution claimed: 5 working days from registration, by Working hours; paused while waiting for: Information from the customer; warning at 80%',
    );
    expect(
      goalWords(
        { ...goal, amount: 90, unit: 'minutes', target: 'hand-off', pausedBy: [], warnAt: null },
        null,
        wordsIn('en'),
      ),
    ).toBe('Hand-off taken up: 90 minutes from the hand-off, by the clock');
  });
});
