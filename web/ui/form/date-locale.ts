// The locale of React Aria's fields for days and times, and any digits that may be typed into them.
import type { CalendarName } from '#kernel/calendar/settings.ts';
import { toLatinDigits } from '#kernel/digits.ts';

/** No `-nu-` in it: with one, the field would refuse the digits of other systems. The region decides the digits instead. */
export function localeOf({
  language,
  calendar,
  digits,
}: {
  language: string;
  calendar: CalendarName;
  digits: string;
}): string {
  const region = language === 'fa' ? 'fa-IR' : language === 'en' ? 'en-GB' : digits === 'arab' ? 'ar-SA' : 'ar-AE';
  return `${region}-u-ca-${calendar}`;
}

/** A segment reads Latin digits and those of its own language only; a Persian keyboard in an Arabic page sends others. */
export function acceptAllDigits(host: HTMLElement | null): () => void {
  function translate(event: InputEvent): void {
    const latin = event.data ? toLatinDigits(event.data) : null;
    if (latin === null || latin === event.data) return;
    event.preventDefault();
    event.stopPropagation();
    event.target?.dispatchEvent(
      new InputEvent('beforeinput', { data: latin, inputType: event.inputType, bubbles: true, cancelable: true }),
    );
  }
  host?.addEventListener('beforeinput', translate, true);
  return () => host?.removeEventListener('beforeinput', translate, true);
}
