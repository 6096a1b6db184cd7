// Says why a mail did not leave, from the server's code: what happened and what to do.
import { findMessage } from '#web/lib/i18n.ts';

/** A code of the mail server itself (`smtp-550`) is said by its kind when nobody wrote words for it. */
export function faultText(fault: string): string {
  const reply = /^smtp-(\d)(\d\d)$/.exec(fault);
  const byKind = reply?.[1] === '4' ? 'smtp-4xx' : reply ? 'smtp-5xx' : 'other';
  return (
    findMessage(`channels.fault.${fault}`) ??
    findMessage(`channels.fault.${byKind}`, { code: fault.replace('smtp-', '') }) ??
    ''
  );
}
