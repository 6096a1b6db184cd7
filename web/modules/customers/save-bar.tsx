// Saves or discards what was changed on a page of settings; not there while nothing was.
import { Button, Group } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';

export type SaveBarProps = { changed: boolean; busy: boolean; onSave: () => void; onDiscard: () => void };

export function SaveBar({ changed, busy, onSave, onDiscard }: SaveBarProps) {
  const t = useT();
  if (!changed) return null;
  return (
    <Group>
      <Button onClick={onSave} loading={busy}>
        {t('ui.save')}
      </Button>
      <Button variant="default" onClick={onDiscard}>
        {t('customer.discard')}
      </Button>
    </Group>
  );
}
