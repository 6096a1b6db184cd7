// A sentence of a derivation; on hover or focus its days in the other calendar.
import { Tooltip } from '@mantine/core';
import type { Sentence } from './derivation-sentences.ts';

export function Told({ sentence: { text, hover } }: { sentence: Sentence }) {
  if (!hover) return text;
  return (
    <Tooltip label={hover} events={{ hover: true, focus: true, touch: true }} multiline maw={320} withinPortal>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the other calendar must be reachable by keyboard */}
      <span tabIndex={0}>{text}</span>
    </Tooltip>
  );
}
