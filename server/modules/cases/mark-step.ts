// Staff say that a step of a step sheet is done in a case, or take that back: each is a row, with who and when.
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { caseErrors } from './errors.ts';
import { staffActions } from './lifecycle.ts';
import { lockCase } from './lock-case.ts';
import { stepSheetsOfCase } from './step-sheets-of-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

type Mark = { id: string; documentId: string; version: number; stepId: string; done: boolean };

/**
 * What stands so already is left as it is. Throws `case.step-not-found` (no such step in a sheet for this case) and
 * `case.step-sheet-changed` with the `version` that is in force.
 */
export async function markStep(ctx: Context, { id, documentId, version, stepId, done }: Mark): Promise<void> {
  // Done by somebody: a program has no hands.
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, id, staffActions['mark-step'].states);
  const { items } = await stepSheetsOfCase(ctx, { id, language: row.language });
  const sheet = items.find((one) => one.id === documentId);
  if (sheet && sheet.version !== version) throw caseErrors.stepSheetChanged({ version: sheet.version });
  const step = sheet?.steps.find((one) => one.id === stepId);
  if (!step) throw caseErrors.stepNotFound({ documentId, stepId });
  if ((step.done !== null) === done) return;
  await on<CaseTables>(ctx)
    .insertInto('case_step_marks')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      case_id: id,
      document_id: documentId,
      version,
      step_id: stepId,
      mark: done ? 'done' : 'undone',
      person_id: ctx.actor.personId,
      at: ctx.clock.now(),
    })
    .execute();
  await tellClocks(ctx, row);
  append(ctx, {
    type: done ? 'case.step-done' : 'case.step-undone',
    subjectType: 'case',
    subjectId: id,
    customerId: row.customer_id,
    data: { documentId, version, stepId },
  });
}
