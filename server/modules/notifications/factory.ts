// For tests: a notice, with what the test does not care about filled in.
import { newId } from '#platform/ids.ts';
import type { Notice } from './notify.ts';

/** A deadline of some case that passed. */
export function noticeInput(personIds: readonly string[], given: Partial<Notice> = {}): Notice {
  return {
    personIds,
    type: 'clock.breached',
    subjectType: 'case',
    subjectId: newId(),
    data: { number: '1448-000123', target: 'solution', dueAt: '2026-11-22T07:30:00.000Z' },
    ...given,
  };
}
