// The keys of a shortcut as printed on a Latin keyboard.
import { Group, Kbd as Key } from '@mantine/core';
import { type Shortcut, keyCap } from '#web/lib/keys.ts';

export function Kbd({ shortcut }: { shortcut: Pick<Shortcut, 'code' | 'mod' | 'shift'> }) {
  return (
    <Group component="span" gap={4} wrap="nowrap" dir="ltr" display="inline-flex">
      {keyCap(shortcut).map((cap) => (
        <Key key={cap}>{cap}</Key>
      ))}
    </Group>
  );
}
