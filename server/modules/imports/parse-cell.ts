// Reads one cell: a date by the reading of its column, everything else as text; the importer reads on by the type of the field.
import type { DateReading } from '#contract/imports.ts';
import { readDate, type DateRead } from '#kernel/calendar/date-reading.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { ImportField } from '#platform/importer.ts';

const datesRemembered = 20_000;

type ParsedCell = DateRead;
export type CellParser = (text: string) => ParsedCell;

/** A parser for all cells of a column; it remembers days, since birth dates come again and again. */
export function cellParser(field: ImportField, dates: DateReading | null): CellParser {
  const parse = field.type === 'date' ? rememberingDates(dates ?? 'gregory') : asText;
  return (text) => {
    // Bytes that were no character of the encoding.
    if (text.includes('\ufffd')) return { fault: { code: 'characters-unreadable' } };
    return parse(text);
  };
}

function asText(text: string): ParsedCell {
  return { value: cleanText(text) };
}

function rememberingDates(reading: DateReading): CellParser {
  const known = new Map<string, ParsedCell>();
  return (text) => {
    let parsed = known.get(text);
    if (!parsed) {
      parsed = readDate(text, reading);
      if (known.size >= datesRemembered) known.clear();
      known.set(text, parsed);
    }
    return parsed;
  };
}
