// Asks before a page with unsaved entries is left, whether by a link, the way back, or closing the window.
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormState } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Of the form around. */
export function LeaveQuestion() {
  const t = useT();
  const { isDirty } = useFormState();
  return (
    <AskBeforeLeaving stays={() => isDirty} unsaved={() => isDirty}>
      {t('ui.leave-means')}
    </AskBeforeLeaving>
  );
}

export type AskBeforeLeavingProps = {
  /** Whether the page is worth a question; it may save what it can first. */
  stays: () => boolean | Promise<boolean>;
  /** Asked when the window closes, which waits for nothing. */
  unsaved: () => boolean;
  /** What would be lost. */
  children: ReactNode;
};

export function AskBeforeLeaving({ stays, unsaved, children }: AskBeforeLeavingProps) {
  const t = useT();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: stays,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
      title={t('ui.leave')}
      confirmLabel={t('ui.leave-confirm')}
      danger
    >
      {children}
    </ConfirmDialog>
  );
}
