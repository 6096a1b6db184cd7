// A dialog: named by its title, closed by a named button, and begun in its first field rather than on that button.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#web/lib/i18n.ts';

export type DialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: 'md' | 'lg';
  /** False where something is shown only once: a slip must not lose it. */
  closeOnClickOutside?: boolean;
  closeOnEscape?: boolean;
  children: ReactNode;
};

const FIELDS = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';

export function Dialog({ children, ...props }: DialogProps) {
  const t = useT();
  return (
    <Modal {...props} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div ref={startInFirstField}>{children}</div>
    </Modal>
  );
}

/** The focus trap goes to the marked element; unmarked it would take the close button, where Enter throws the work away. */
function startInFirstField(body: HTMLElement | null): void {
  if (!body || body.querySelector('[data-autofocus]')) return;
  body.querySelector(FIELDS)?.setAttribute('data-autofocus', 'true');
}
