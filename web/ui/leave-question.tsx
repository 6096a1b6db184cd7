// Asks before a page with unsaved entries is left, whether by a link, the way back, or closing the window.
import { useBlocker } from '@tanstack/react-router';
import { useFormState } from 'react-hook-form';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

export function LeaveQuestion() {
  const t = useT();
  const { isDirty } = useFormState();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
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
      {t('ui.leave-means')}
    </ConfirmDialog>
  );
}
