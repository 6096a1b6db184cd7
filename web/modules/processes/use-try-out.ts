// Runs a drawn process in the page by the engine that runs it in earnest: nothing is sent, nothing is kept.
import { useState } from 'react';
import type { Command } from '#engine/commands.ts';
import { compile } from '#engine/compile.ts';
import type { Definition } from '#engine/definition.ts';
import type { Environment, Happening } from '#engine/effects.ts';
import { execute } from '#engine/execute.ts';
import type { Instance, Variables } from '#engine/instance.ts';
import { whenDue } from '#engine/timers.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { zonedInstant } from '#kernel/calendar/zoned-instant.ts';
import { useFormat } from '#web/lib/format.ts';

export type TryOut = { definition: Definition; instance: Instance; happenings: readonly Happening[] };

export function useTryOut(write: () => Promise<string>) {
  const { timeZone } = useFormat().settings;
  const [running, setRunning] = useState<TryOut | null>(null);
  const [failure, setFailure] = useState<'faults' | 'refused' | null>(null);

  function take(definition: Definition, before: TryOut | null, command: Command): void {
    try {
      const { instance, happenings } = execute(definition, before?.instance, command, environment(timeZone));
      setRunning({ definition, instance, happenings: [...(before?.happenings ?? []), ...happenings] });
      setFailure(null);
    } catch {
      // Such as a start that waits for a message: it is said, and the state before stays.
      setFailure('refused');
    }
  }
  return {
    running,
    failure,
    begin: async (variables: Variables) => {
      const { definitions } = await compile(await write());
      const [definition] = definitions;
      setRunning(null);
      if (!definition) return setFailure('faults');
      const starts = definition.scopes.get(definition.processId);
      const startId = starts?.startId ?? starts?.triggeredStarts[0];
      take(definition, null, { type: 'start', variables, ...(startId === undefined ? {} : { startId }) });
    },
    go: (command: Command) => running && take(running.definition, running, command),
  };
}

/** Working hours are not known here: lengths run through. */
function environment(timeZone: string): Environment {
  const days: Pick<Environment, 'dayAt' | 'momentOf'> = {
    dayAt: (moment) => isoDateAt(new Date(moment), timeZone),
    momentOf: (day, time) => zonedInstant(day, time, timeZone).toISOString(),
  };
  return {
    ...days,
    now: new Date().toISOString(),
    afterWorkingTime: (from, length) =>
      whenDue({ kind: 'duration', value: { text: length }, workingTime: false }, length, {
        ...days,
        now: from,
        afterWorkingTime: (moment) => moment,
      }).dueAt,
  };
}
