// Sends what was written on a case. A claim waits six seconds in which it can be undone; all else leaves at once.
import { useNavigate } from '@tanstack/react-router';
import { v7 as uuidv7 } from 'uuid';
import { useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { useSession } from '#web/lib/session.ts';
import { undoable } from '#web/lib/undo.tsx';
import { caseQuery, patchRows } from './case-queries.ts';
import { addToOutbox, deliver, type OutboxItem, type OutboxKind } from './outbox.ts';
import { type ComposerDraft, takeBack } from './take-back.ts';
import { useCaseSearch } from './use-case-search.ts';
import type { CaseView } from './wire.ts';

export function useSend(view: CaseView, onClaimed: () => void): (kind: OutboxKind, draft: ComposerDraft) => void {
  const t = useT();
  const navigate = useNavigate();
  const search = useCaseSearch();
  const { person } = useSession();

  return (kind, { text, files, channel }) => {
    const item: OutboxItem = {
      key: uuidv7(),
      caseId: view.id,
      kind,
      text,
      files: kind === 'record' ? [] : files,
      channel: kind === 'record' ? channel : null,
      state: kind === 'claim' ? 'held' : 'sending',
      at: new Date().toISOString(),
    };
    if (kind !== 'claim') {
      addToOutbox(item);
      // The bubble says what went wrong and offers the ways on.
      void deliver(item.key).catch(() => undefined);
      return;
    }
    let refused = false;
    undoable({
      message: t('case.claim.held', { number: view.number }),
      apply: () => {
        addToOutbox(item);
        patchRows(new Map([[view.id, { state: 'claimed' }]]));
        onClaimed();
      },
      revert: () => {
        takeBack(item, person.id);
        patchRows(new Map([[view.id, { state: view.state }]]));
        void queryClient.invalidateQueries({ queryKey: caseQuery(view.id).queryKey });
        // Whoever takes a claim back wants to go on writing there; a refusal must not pull anybody away from other work.
        if (!refused) void navigate({ to: '/cases/$caseId', params: { caseId: view.id }, search });
      },
      commit: () =>
        deliver(item.key).catch((error: unknown) => {
          refused = true;
          throw error;
        }),
    });
  };
}
