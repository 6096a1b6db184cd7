// Staff say how grave a case is and what its customer seeks (ISO 10002 clauses 7.2 and 7.5). The latest counts; earlier ones stay.
import type { Assessment, AssessmentInput } from '#contract/cases.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { append, byKey, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { caseErrors } from './errors.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase } from './lock-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

export async function assessCase(ctx: Context, input: AssessmentInput & { id: string }): Promise<void> {
  // An assessment is somebody's judgement: a program has none.
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, input.id, staffActions.assess.states);
  const now = ctx.clock.now();
  // By the day that has begun furthest in the east: nobody's today is in the future.
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (input.incidentDate && input.incidentDate > latest) throw invalidField('incidentDate', 'in-the-future');
  const id = newId();
  await on<CaseTables>(ctx)
    .insertInto('case_assessments')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: row.id,
      severity: input.severity,
      complexity: input.complexity,
      impact: input.impact,
      safety: input.safety,
      immediate_action: input.immediateAction,
      remedy_sought: cleanText(input.remedySought ?? '') || null,
      incident_date: input.incidentDate,
      incident_place: cleanText(input.incidentPlace ?? '') || null,
      person_id: ctx.actor.personId,
      at: now,
    })
    .execute();
  await changeCase(ctx, row.id, {});
  await tellClocks(ctx, row, { type: 'assessed' });
  append(ctx, {
    type: 'case.assessed',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: {
      assessmentId: id,
      severity: input.severity,
      complexity: input.complexity,
      impact: input.impact,
      safety: input.safety,
      immediateAction: input.immediateAction,
    },
  });
}

/** The one that counts. */
export async function assessmentOf(ctx: Context, caseId: string): Promise<Assessment | null> {
  const row = await byKey<CaseTables & OrganisationViews>(ctx)
    .selectFrom('case_assessments as a')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.id', 'a.severity', 'a.complexity', 'a.impact', 'a.safety', 'a.immediate_action', 'a.remedy_sought'])
    .select(['a.incident_date', 'a.incident_place', 'a.person_id', 'a.at', 'p.name'])
    .where('a.organisation_id', '=', ctx.organisationId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        severity: row.severity,
        complexity: row.complexity,
        impact: row.impact,
        safety: row.safety,
        immediateAction: row.immediate_action,
        remedySought: row.remedy_sought,
        incidentDate: row.incident_date,
        incidentPlace: row.incident_place,
        at: row.at,
        by: { kind: 'staff', id: row.person_id, name: row.name },
      }
    : null;
}
