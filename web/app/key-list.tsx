// The shortcuts in force on this page, and the switch that turns single keys off.
import { Group, Stack, Switch, Text } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useActiveKeys } from '#web/lib/keys.ts';
import { setPreferences, usePreferences } from '#web/lib/preferences.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Kbd } from '#web/ui/kbd.tsx';

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const keys = useActiveKeys();
  const { shortcuts } = usePreferences();
  return (
    <Dialog opened={open} onClose={onClose} title={t('app.keys')}>
      <Stack>
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {keys.map((key) => (
            <Group component="li" key={`${key.code}${key.mod}${key.shift}`} justify="space-between" wrap="nowrap">
              <Text>{t(key.labelKey)}</Text>
              <Kbd shortcut={key} />
            </Group>
          ))}
        </Stack>
        <Switch
          label={t('app.single-keys')}
          description={t('app.single-keys-hint')}
          checked={shortcuts}
          onChange={(event) => setPreferences({ shortcuts: event.currentTarget.checked })}
        />
      </Stack>
    </Dialog>
  );
}
