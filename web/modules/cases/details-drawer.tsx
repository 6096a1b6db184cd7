// The context of a case in a drawer, where there is no room for it beside the conversation.
import { Drawer } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { CaseContext } from './case-context.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import type { CaseView } from './wire.ts';

type DrawerProps = { view: CaseView; onDialog: (name: CaseDialogName) => void; onClose: () => void };

export function DetailsDrawer({ view, onDialog, onClose }: DrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened
      onClose={onClose}
      // Mantine's "right" is the inline end: the left in a right-to-left page.
      position="right"
      size={380}
      attributes={{ header: { role: 'presentation' } }}
      title={t('case.context')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <CaseContext view={view} onDialog={onDialog} />
    </Drawer>
  );
}
