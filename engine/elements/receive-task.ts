// A task that is done when its message comes.
import type { ReceiveTask } from '../definition.ts';
import type { LiveToken, Run } from '../run.ts';
import { waitForEvent } from '../waits.ts';

export function workOnReceiveTask(run: Run, token: LiveToken, { message }: ReceiveTask): void {
  waitForEvent(run, token, message);
}
