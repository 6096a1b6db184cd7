// The keys that work on an open case: only those whose action is open to the reader.
import type { Shortcut } from '#web/lib/keys.ts';
import type { CaseDialogName } from './case-dialog.tsx';
import type { OutboxKind } from './outbox.ts';
import type { CaseAction, CaseView } from './wire.ts';

export function caseKeys(
  view: CaseView,
  act: { compose: (kind: OutboxKind) => void; ask: (dialog: CaseDialogName) => void },
): Shortcut[] {
  const keys: Array<[CaseAction, Shortcut]> = [
    ['message', { code: 'KeyR', labelKey: 'case.key.reply', run: () => act.compose('message') }],
    ['note', { code: 'KeyN', labelKey: 'case.key.note', run: () => act.compose('note') }],
    ['claim', { code: 'KeyE', labelKey: 'case.key.claim', run: () => act.compose('claim') }],
    ['assign', { code: 'KeyA', labelKey: 'case.key.assign', run: () => act.ask('assign') }],
    ['wait', { code: 'KeyS', labelKey: 'case.key.wait', run: () => act.ask('wait') }],
  ];
  return keys.filter(([action]) => view.actions.includes(action)).map(([, key]) => key);
}
