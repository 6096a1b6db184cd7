// Brings unsent words back to the place where they were written.
import type { FileView } from '#contract/common.ts';
import { giveBackDraft } from '#web/lib/drafts.ts';
import { type OutboxItem, type OutboxKind, removeFromOutbox } from './outbox.ts';

export type ComposerDraft = { text: string; files: FileView[]; channel: 'phone' | 'visit' | 'letter' };

export function draftKey(kind: OutboxKind, caseId: string): string {
  return `case.${kind}.${caseId}`;
}

export function takeBack(item: OutboxItem, personId: string): void {
  giveBackDraft<ComposerDraft>(personId, draftKey(item.kind, item.caseId), (kept) => ({
    text: [kept?.text, item.text].filter(Boolean).join('\n\n'),
    files: [...(kept?.files ?? []), ...item.files],
    channel: item.channel ?? kept?.channel ?? 'phone',
  }));
  removeFromOutbox(item.key);
}
