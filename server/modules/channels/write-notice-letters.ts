// Writes the letters that tell people of the staff of their notices: one a person, whether it is one notice or twenty.
import { letterLine, takeDueLetters, type DueLetter } from '#modules/notifications/index.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { formatNumber } from '#kernel/format-number.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import type { Context } from '#platform/context.ts';
import type { Letter } from './letter.ts';
import { readMailServer } from './mail-settings.ts';
import { noticeWords } from './notice-words.ts';
import { queueMail } from './queue-mail.ts';

/** Answers with how many people had something waiting. Without a mail server nothing is written: such letters are not worth holding. */
export async function writeNoticeLetters(ctx: Context, limit: number): Promise<number> {
  if (!(await readMailServer(ctx))) return 0;
  const { letters, taken } = await takeDueLetters(ctx, limit);
  const settings = await dateSettings(ctx);
  for (const due of letters)
    await queueMail(ctx, noticeLetter(due, { ...settings, language: due.to.language }, ctx.platform.config.publicUrl));
  return taken;
}

/** Pure. `settings` are in the reader's language. */
export function noticeLetter({ to, notices, more }: DueLetter, settings: DateSettings, publicUrl: string): Letter {
  const words = noticeWords[to.language];
  const lines = notices.map((notice) => letterLine(notice.type, notice.data, settings));
  const [only] = lines;
  const single = lines.length === 1 && more === 0 && only !== undefined;
  const total = formatNumber(lines.length + more, settings);
  const number = single ? notices[0]?.data['number'] : undefined;
  return {
    to: to.email,
    language: to.language,
    // To colleagues, about their work: no customer's consent is asked.
    purpose: 'service-messages',
    subject: single ? only : words.subject(total),
    greetingName: to.name,
    paragraphs: [...lines, ...(more > 0 ? [words.more(formatNumber(more, settings))] : [])],
    ...(typeof number === 'string' ? { facts: [{ label: words.number, value: number, ltr: true }] } : {}),
    action: { label: words.open, url: new URL('/notifications', publicUrl).href },
    recourse: words.choose,
  };
}
