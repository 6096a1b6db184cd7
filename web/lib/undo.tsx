// An action that can be taken back for six seconds: shown at once, sent when the time is over or the page goes away.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from './notices.ts';
import { problemText } from './problem-text.ts';
import { findMessage } from './i18n.ts';

export type UndoableAction = {
  /** What was done, translated. */
  message: string;
  /** Shows the result at once (in the query cache). */
  apply: () => void;
  /** Shows the state before; also called when the server refuses. */
  revert: () => void;
  commit: () => Promise<unknown>;
};

const milliseconds = 6000;
const waiting = new Set<() => void>();

export function undoable(action: UndoableAction): void {
  action.apply();
  const id = notifications.show({
    // Our own timer takes it away: Mantine's stops while the pointer rests on it, and then "undo" would stand there in vain.
    autoClose: false,
    withCloseButton: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{action.message}</Text>
        <Button variant="subtle" onClick={undo}>
          {findMessage('ui.undo')}
        </Button>
      </Group>
    ),
  });
  const timer = setTimeout(finish, milliseconds);
  waiting.add(finish);

  function undo(): void {
    if (!settle()) return;
    action.revert();
  }

  function finish(): void {
    if (!settle()) return;
    action.commit().catch((error: unknown) => {
      action.revert();
      notifications.show({ color: 'red', autoClose: false, message: problemText(error) });
    });
  }

  /** True the first time: an action is either undone or sent, never both. */
  function settle(): boolean {
    clearTimeout(timer);
    notifications.hide(id);
    return waiting.delete(finish);
  }
}

// Closing the page means it, not undo.
addEventListener('pagehide', () => {
  for (const finish of waiting) finish();
});
