// How each type of notice reads and where it leads: every module says it of its own types, the app hands all of it over once.
import type { NotificationData } from '#contract/notifications.ts';
import type { Translate } from './i18n.ts';

export type Notice = {
  id: string;
  type: string;
  subjectType: string;
  subjectId: string;
  data: NotificationData;
  at: string;
  readAt: string | null;
};

export type NotificationKind = {
  /** The page of the app that it leads to. */
  to?: (notice: Notice) => string;
  /**
   * The words, where the text `notification.type.<type>` is not enough. That text may use every field of the data: `{{title}}` in the
   * reader's language, `{{number, ltr}}`, and fields that end in `At` as moments in the reader's calendar, `{{dueAt, raw}}`.
   */
  text?: (notice: Notice, t: Translate) => string;
};

let all: Readonly<Record<string, NotificationKind>> = {};

/** Once, by the app, with the kinds of all modules. */
export function setNotificationKinds(kinds: readonly Readonly<Record<string, NotificationKind>>[]): void {
  all = Object.assign({}, ...kinds) as typeof all;
}

/** Nothing is known of the types of a newer server. */
export function notificationKind(type: string): NotificationKind {
  return all[type] ?? {};
}
