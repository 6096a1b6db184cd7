// A tool of a diagram: an icon with its name.
import { ActionIcon, Tooltip } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import type { Icon } from '#web/lib/web-module.ts';

export function Tool({
  label,
  icon: Icon,
  onClick,
  disabled,
}: {
  label: MessageKey;
  icon: Icon;
  onClick: () => void;
  disabled?: boolean;
}) {
  const t = useT();
  return (
    <Tooltip label={t(label)}>
      <ActionIcon variant="default" size="lg" aria-label={t(label)} disabled={disabled ?? false} onClick={onClick}>
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
