// Takes our own letter and older mails off the end of an answer, as mail programs quote them in Arabic, Persian and English.
import { toLatinDigits } from '#kernel/digits.ts';
import { replyMarkers } from './letter-words.ts';

const labels = {
  from: ['from', 'من', 'از', 'المرسل', 'فرستنده'],
  others: [
    'sent',
    'date',
    'to',
    'cc',
    'subject',
    'تم الإرسال',
    'تاريخ الإرسال',
    'أرسلت',
    'أُرسلت',
    'الإرسال',
    'التاريخ',
    'إلى',
    'الى',
    'نسخة',
    'الموضوع',
    'ارسال',
    'ارسال شده',
    'ارسال‌شده',
    'تاریخ',
    'به',
    'گیرنده',
    'رونوشت',
    'موضوع',
  ],
};
const original =
  /^[-_=\s]{2,}(original message|original appointment|الرسالة الأصلية|رسالة أصلية|پیام اصلی|پیغام اصلی)[-_=\s]{2,}$/i;
const forwarded =
  /^([-_=\s]{2,}(forwarded message|الرسالة المُ?عاد توجيهها|رسالة مُ?عاد توجيهها|رسالة محولة|پیام (هدایت|بازارسال|ارسال)[\u200c ]?شده|پیام فوروارد شده)[-_=\s]{2,}|begin forwarded message:|بداية الرسالة المعاد توجيهها:|آغاز پیام هدایت‌شده:)$/i;

const isQuoted = (line: string): boolean => /^\s*>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/**
 * What the writer added. Words are never lost for a guess: answers written between quoted lines keep the whole text, and so
 * does a mail of which nothing would be left. `isForward`: what stands below was sent on purpose.
 */
export function withoutQuotedHistory(text: string, isForward: boolean): string {
  const lines = text.split('\n');
  const cut = cutAt(lines, isForward);
  const kept = lines.slice(0, cut);
  while (kept.length > 0 && (isBlank(kept.at(-1)!) || isQuoted(kept.at(-1)!) || /^[_\-=—\s]{5,}$/.test(kept.at(-1)!)))
    kept.pop();
  const own = kept.join('\n').trim();
  return own === '' || kept.every((line) => isBlank(line) || isQuoted(line)) ? text.trim() : own;
}

/** Index of the first line that is history; the number of lines when there is none. */
function cutAt(lines: readonly string[], isForward: boolean): number {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (forwarded.test(line)) return lines.length;
    const head = writtenByLength(lines, at);
    if (head > 0) return answersBetween(lines, at + head) ? lines.length : at;
    const bare = line.replace(/^[>\s]+/, '');
    if (replyMarkers.some((marker) => bare.includes(marker)))
      return isQuoted(line) && answersBetween(lines, at) ? lines.length : at;
    if (!isForward && (original.test(line) || isHeaderBlock(lines, at))) return at;
  }
  return lines.length;
}

/** Whether the writer goes on below a quoted line. Unquoted history (no ">" at all) is no answer. */
function answersBetween(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from).filter((line) => !isBlank(line));
  return rest.length > 0 && isQuoted(rest[0]!) && rest.some((line) => !isQuoted(line));
}

/**
 * How many lines, from this one, are "On … wrote:" (0 when it is none): Gmail, Apple Mail and Thunderbird wrap it over up to
 * three. It names a time or an address, which an own sentence of this form hardly does.
 */
function writtenByLength(lines: readonly string[], at: number): number {
  const first = lines[at]!.trim().replace(/^[>\s]+/, '');
  if (!/^(on|في|بتاريخ|يوم|در|به تاریخ)\s/i.test(first) && !/^\d{4}[-/]/.test(toLatinDigits(first))) return 0;
  let joined = '';
  for (let count = 1; count <= 3 && at + count <= lines.length; count += 1) {
    joined = `${joined} ${lines[at + count - 1]!.trim().replace(/^[>\s]+/, '')}`.trim();
    if (joined.length > 400) return 0;
    if (!/[:：]$/.test(joined)) continue;
    const says =
      /(\bwrote|كتب|كتبت|كتب\/كتبت|نوشت|نوشتند|نوشته است|نوشته‌اند)\s*[:：]$/i.test(joined) ||
      /(تمت كتابة ما يلي بواسطة|كتب|كتبت)\s.*[:：]$/.test(joined);
    return says && /\d/.test(toLatinDigits(joined)) && /[@<]|\d:\d/.test(toLatinDigits(joined)) ? count : 0;
  }
  return 0;
}

/** Outlook: a line "From: …" and, close below, at least two of date, recipient and subject. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!hasLabel(lines[at]!, labels.from)) return false;
  return lines.slice(at + 1, at + 7).filter((line) => hasLabel(line, labels.others)).length >= 2;
}

function hasLabel(line: string, words: readonly string[]): boolean {
  const start = /^[>\s]*\*?([^:：]{1,20}?)\s*[:：]/.exec(line)?.[1]?.replace(/\*$/, '').trim().toLowerCase();
  return start !== undefined && words.includes(start);
}
