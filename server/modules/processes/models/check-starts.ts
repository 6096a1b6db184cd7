// Finds timed starts that give no moment: nobody would be there to set right what publishing could not reckon.
import type { DiagramFault } from '#contract/processes.ts';
import type { Definition } from '#engine/definition.ts';
import { StepFailed } from '#engine/step-failed.ts';
import type { Context } from '#platform/context.ts';
import { firstDue, timedStarts } from '../instances/starts.ts';
import { reckoning } from '../instances/reckoning.ts';

export async function checkStarts(ctx: Context, definitions: readonly Definition[]): Promise<DiagramFault[]> {
  const faults: DiagramFault[] = [];
  for (const definition of definitions) {
    const starts = timedStarts(definition);
    if (starts.length === 0) continue;
    const time = await reckoning(ctx, definition);
    for (const { id, timer } of starts) {
      try {
        firstDue(timer, time);
      } catch (error) {
        if (!(error instanceof StepFailed)) throw error;
        const words = 'text' in timer.value ? timer.value.text : timer.value.feel;
        faults.push({ code: 'start-not-reckoned', elementId: id, severity: 'error', params: { words } });
      }
    }
  }
  return faults;
}
