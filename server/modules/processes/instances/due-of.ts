// When a task is due, or a wait at its end: from what the diagram says and the variables of the moment.
import type { Derivation } from '#contract/service-policies.ts';
import type { TimerDefinition } from '#engine/definition.ts';
import { evaluateText, type FeelContext } from '#engine/expressions.ts';
import { whenDue } from '#engine/timers.ts';
import type { Reckoning } from './reckoning.ts';

export type DueOf = { dueAt: Date; derivation: Derivation | null };

/** With how it came about where working time is counted; a day alone is its end. Throws `StepFailed` for what cannot be understood. */
export function dueOf(timer: TimerDefinition, context: FeelContext, time: Reckoning): DueOf {
  const text = 'text' in timer.value ? timer.value.text : evaluateText(timer.value.feel, context);
  if (timer.workingTime && timer.kind === 'duration') return time.explained(time.now, text);
  return { dueAt: new Date(whenDue(timer, text, time, 'ends').dueAt), derivation: null };
}
