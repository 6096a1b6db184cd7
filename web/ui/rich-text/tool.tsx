// One tool of the bar: an icon with its name on hover and for screen readers, and its keys where it has some.
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import type { Ref } from 'react';
import type { Icon } from '#web/lib/web-module.ts';
import { Kbd } from '../kbd.tsx';

export type ToolProps = {
  label: string;
  icon: Icon;
  keys?: { code: string; mod?: boolean; shift?: boolean };
  /** Pressed; left out for what is done once. */
  on?: boolean;
  /** Its picture points along the line. */
  flips?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
};

/** A menu hands its own props down to the button that opens it. */
export function Tool({ label, icon: Icon, keys, on, flips, disabled, ...button }: ToolProps) {
  const name = keys ? (
    <Group gap={8} wrap="nowrap">
      {label} <Kbd shortcut={keys} />
    </Group>
  ) : (
    label
  );
  return (
    <Tooltip label={name} openDelay={400}>
      <ActionIcon
        {...button}
        size={36}
        variant={on ? 'light' : 'subtle'}
        color={on ? undefined : 'gray'}
        c={on ? undefined : 'var(--rida-quiet)'}
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        // Not `disabled`: the keyboard would lose its place in the bar.
        aria-disabled={disabled ?? undefined}
        {...(disabled ? { onClick: undefined, opacity: 0.45 } : {})}
        // The words stay marked while a tool is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        <span data-flips={flips ? true : undefined} style={{ display: 'inline-flex' }}>
          <Icon size={19} stroke={1.7} aria-hidden />
        </span>
      </ActionIcon>
    </Tooltip>
  );
}
