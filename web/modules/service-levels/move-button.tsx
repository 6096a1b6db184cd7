// Moves an entry of an ordered list up or down, and keeps the focus on it: the browser takes it from an element that changes its place.
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';

type MoveButtonProps = { up?: boolean; label: string; disabled: boolean; onClick: () => void };

export function MoveButton({ up = false, label, disabled, onClick }: MoveButtonProps) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      data-move={up ? 'up' : 'down'}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

/** `control`: the button that was pressed; any other stands for the first of the row. */
type Moved = { id: string; control: string; place: number };

/** Rows carry their id as `data-row`. */
export function useMoved(list: RefObject<HTMLElement | null>): [Moved | null, (moved: Moved) => void] {
  const [moved, setMoved] = useState<Moved | null>(null);
  useEffect(() => {
    if (!moved) return;
    const row = list.current?.querySelector(`[data-row="${moved.id}"]`);
    const control = row?.querySelector<HTMLButtonElement>(`[data-move="${moved.control}"]:not(:disabled)`);
    (control ?? row?.querySelector<HTMLButtonElement>('button'))?.focus();
  }, [list, moved]);
  return [moved, setMoved];
}
