// Puts a notice into words: by its module, or by the text of its type with the values that it carries.
import type { LocaleText } from '#contract/common.ts';
import { useFormat } from '#web/lib/format.ts';
import { findMessage, type Values, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { type Notice, notificationKind } from '#web/lib/notification-kinds.ts';

export function useNoticeText(): (notice: Notice) => string {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const valueOf = ([key, value]: [string, Notice['data'][string]]): [string, Values[string]] => {
    if (typeof value === 'object' && value !== null) return [key, text(value as LocaleText)];
    if (typeof value === 'string' && key.endsWith('At')) return [key, format.dateTime(value)];
    return [key, typeof value === 'boolean' ? String(value) : value];
  };
  return (notice) =>
    notificationKind(notice.type).text?.(notice, t) ??
    findMessage(`notification.type.${notice.type}`, Object.fromEntries(Object.entries(notice.data).map(valueOf))) ??
    t('notification.unknown');
}
