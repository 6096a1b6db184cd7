// The state of an import as icon and word.
import { Group } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconFileSearch,
  IconLoader2,
  IconPlayerPause,
  IconPencil,
} from '@tabler/icons-react';
import type { ImportState } from '#contract/imports.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Icon } from '#web/lib/web-module.ts';

const icons: Record<ImportState, Icon> = {
  described: IconPencil,
  checking: IconLoader2,
  checked: IconFileSearch,
  running: IconLoader2,
  cancelled: IconPlayerPause,
  failed: IconAlertTriangle,
  finished: IconCircleCheck,
};

export function StateText({ state }: { state: ImportState }) {
  const t = useT();
  const StateIcon = icons[state];
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <StateIcon size={18} stroke={1.6} aria-hidden />
      {t(`import.state.${state}`)}
    </Group>
  );
}
