// What lists and pages show of a case: the query to begin with and the shape that its rows become.
import { sql, type InferResult, type Kysely } from 'kysely';
import type { CaseListItem } from '#contract/cases.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import type { ServiceLevelViews } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

type Core = Omit<CaseListItem, 'snippet'>;

type Tables = CaseTables & CustomerViews & OrganisationViews & ServiceLevelViews;

/** The organisation's cases with customer and assignee, out of `on` or `byKey`; the caller narrows, orders and selects more. */
export function selectCases(ctx: Context, db: Kysely<Tables>) {
  return db
    .selectFrom('cases')
    .innerJoin('customer_briefs', (join) =>
      join
        .onRef('customer_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('customer_briefs.id', '=', 'cases.customer_id'),
    )
    .leftJoin('person_briefs', (join) =>
      join
        .onRef('person_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('person_briefs.id', '=', 'cases.assignee_id'),
    )
    .leftJoin('case_due', (join) =>
      join.onRef('case_due.organisation_id', '=', 'cases.organisation_id').onRef('case_due.case_id', '=', 'cases.id'),
    )
    .select([
      'cases.id',
      'cases.number',
      'cases.tracking_code',
      'cases.kind',
      'cases.subject',
      'cases.state',
      'cases.outcome',
      'cases.priority',
      'cases.channel',
      'cases.category_id',
      'cases.unit_id',
      'cases.assignee_id',
      'cases.dispute_level',
      'cases.customer_id',
      'cases.registered_at',
      'cases.last_activity_at',
      'cases.last_message_by',
      'cases.waiting_reason',
      'cases.waiting_until',
      'customer_briefs.kind as customer_kind',
      'customer_briefs.name as customer_name',
      'person_briefs.name as assignee_name',
      'case_due.next_due_at',
      'case_due.next_due_target',
      // As of the registration, whatever was published since.
      sql<unknown>`(select s.name from segment_briefs s where s.organisation_id = cases.organisation_id and s.tree_version = cases.tree_version and s.id = cases.segment_id)`.as(
        'segment_name',
      ),
    ])
    .where('cases.organisation_id', '=', ctx.organisationId);
}

type CoreRow = InferResult<ReturnType<typeof selectCases>>[number];

/** `segmentName` is in the organisation's language. */
export function caseCore(row: CoreRow, segmentName: string | null): Core {
  return {
    id: row.id,
    number: row.number,
    trackingCode: row.tracking_code,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    outcome: row.outcome,
    priority: row.priority,
    channel: row.channel,
    categoryId: row.category_id,
    unitId: row.unit_id,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    disputeLevel: row.dispute_level,
    customer: {
      id: row.customer_id,
      kind: row.customer_kind as 'person' | 'company',
      name: row.customer_name,
      segmentName,
    },
    registeredAt: row.registered_at,
    lastActivityAt: row.last_activity_at,
    lastMessageBy: row.last_message_by,
    waitingReason: row.waiting_reason,
    waitingUntil: row.waiting_until,
    nextDue: row.next_due_at && {
      target: row.next_due_target as NonNullable<Core['nextDue']>['target'],
      at: row.next_due_at,
    },
  };
}
