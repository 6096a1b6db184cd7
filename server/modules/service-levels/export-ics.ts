// Holidays, special hours and closures of a working calendar as an iCalendar file (RFC 5545), for calendars of other programs.
import { generateIcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics';
import type { LocaleText } from '#contract/common.ts';
import type { WorkingCalendar } from '#contract/service-levels.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { offsetAt } from '#kernel/calendar/offset.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';
import { daysOfYear } from '#kernel/working-time/calendar-days.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { checkDays } from './calendar-days.ts';
import { getCalendar } from './get-calendar.ts';

const dayMs = 86_400_000;

/** What begins between the two days. Throws `working-calendar.not-found`, `request.invalid`. */
export async function exportIcs(
  ctx: Context,
  { id, from, until }: { id: string; from: IsoDate; until: IsoDate },
): Promise<{ text: string }> {
  checkDays({ from, until, most: 3_660 });
  const [calendar, { language }] = await Promise.all([getCalendar(ctx, id), readOrganisation(ctx)]);
  const named = (name: LocaleText): string => name[language] || name.ar || name.fa || name.en || '';
  const stamp: IcsDateObject = { date: ctx.clock.now(), type: 'DATE-TIME' };
  const events = [...exceptionDays(calendar, from, until), ...closures(calendar, from, until)];
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Rida//Working calendars//EN',
    method: 'PUBLISH',
    name: named(calendar.name),
    events: events.map(({ name, ...event }): IcsEvent => ({ ...event, stamp, summary: named(name) })),
  });
  return { text };
}

type Event = {
  uid: string;
  name: LocaleText;
  start: IcsDateObject;
  end: IcsDateObject;
  timeTransparent: 'TRANSPARENT' | 'OPAQUE';
};

function exceptionDays({ exceptions }: WorkingCalendar, from: IsoDate, until: IsoDate): Event[] {
  return exceptions.flatMap((exception) => {
    const [first, last] = [from, until].map((day) => fromIsoDate(day, exception.calendar).year) as [number, number];
    const years = Array.from({ length: last - first + 3 }, (_, index) => first - 1 + index);
    return years.flatMap((year): Event[] => {
      const days = daysOfYear(exception, year);
      if (!days || days.from < from || days.from > until) return [];
      const dayOf = (iso: IsoDate, plus: number): IcsDateObject => ({
        date: new Date(Date.parse(`${iso}T00:00:00Z`) + plus * dayMs),
        type: 'DATE',
      });
      return [
        {
          uid: `${exception.id}-${year}`,
          name: exception.name,
          start: dayOf(days.from, 0),
          end: dayOf(days.until, 1),
          // Other hours leave whoever reads them free.
          timeTransparent: exception.week ? 'TRANSPARENT' : 'OPAQUE',
        },
      ];
    });
  });
}

function closures({ closures: all, timeZone }: WorkingCalendar, from: IsoDate, until: IsoDate): Event[] {
  const instant = (wall: string): IcsDateObject => {
    const utc = Date.parse(`${wall}Z`);
    return { date: new Date(utc - offsetAt(utc - offsetAt(utc, timeZone), timeZone)), type: 'DATE-TIME' };
  };
  return all
    .filter((one) => from <= one.from.slice(0, 10) && one.from.slice(0, 10) <= until)
    .map((one): Event => ({
      uid: one.id,
      name: one.name,
      start: instant(one.from),
      end: instant(one.until),
      timeTransparent: 'OPAQUE',
    }));
}
