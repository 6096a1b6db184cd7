// A moment for use inside a sentence: day and time in the reader's calendar.
import { useFormat } from '#web/lib/format.ts';

export function useDateText(): (value: string) => string {
  const format = useFormat();
  return (value) => format.dateTime(value);
}
