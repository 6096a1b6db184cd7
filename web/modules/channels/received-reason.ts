// Why a received mail was set aside or refused, in a few words.
import { findMessage } from '#web/lib/i18n.ts';

/** A reason that nobody has words for stays the server's own. */
export function reasonWord(reason: string): string {
  return findMessage(`channels.reason.${reason}`) ?? reason;
}
