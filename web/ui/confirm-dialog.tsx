// Asks once more before something that cannot be undone; for all else prefer `undoable`.
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from './error-note.tsx';
import { Dialog } from './dialog.tsx';

export type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, and that it cannot be undone. */
  children: ReactNode;
  /** Names the act ("Remove the unit"), never "OK". */
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  error?: unknown;
};

export function ConfirmDialog({
  opened,
  onClose,
  onConfirm,
  title,
  children,
  confirmLabel,
  danger,
  busy,
  error,
}: ConfirmDialogProps) {
  const t = useT();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Stack>
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('ui.cancel')}
          </Button>
          <Button {...(danger ? { color: 'red' } : {})} loading={busy ?? false} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
