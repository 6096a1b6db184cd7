// The title of an announcement in the reader's language, or in the first that it was written in.
import type { Language } from '#contract/common.ts';
import type { Announcement } from './use-announcements.ts';

export function titleIn({ texts }: Pick<Announcement, 'texts'>, language: Language): string {
  return (texts.find((one) => one.language === language) ?? texts[0])?.title ?? '';
}
