// The case as its customer sees it: units instead of persons, no notes, the answer that waits for the customer's word.
import type { PortalCase } from '#contract/portal.ts';
import type { LocaleText } from '#contract/common.ts';
import type { CatalogueViews } from '#modules/catalogue/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { regimeOfCase } from '#modules/service-levels/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { answerBy } from './answer-by.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseWords, wordsId } from './case-words.ts';
import { formOfCustomer } from './portal-form.ts';
import type { Grant } from './grants.ts';
import { progressOfCustomer } from './processes/processes-of-case.ts';
import { customerMay } from './lifecycle.ts';
import type { CaseTables } from './tables.ts';

type Step = PortalCase['steps'][number];

const steps: Record<string, Step['type']> = {
  'case.registered': 'registered',
  'case.message-received': 'message-from-customer',
  'case.message-sent': 'message-to-customer',
  'case.resolution-claimed': 'resolution-claimed',
  'case.resolution-disputed': 'disputed',
  'case.confirmed': 'confirmed',
  'case.lapsed': 'lapsed',
  'case.reported': 'reported',
  'case.withdrawn': 'withdrawn',
  'case.closed-by-authority': 'closed_by_authority',
  'case.reopened': 'reopened',
};

export async function portalCase(ctx: Context, grant: Grant): Promise<PortalCase> {
  const db = on<CaseTables & OrganisationViews & CatalogueViews & Pick<PlatformTables, 'events'>>(ctx);
  const row = await db
    .selectFrom('cases')
    .leftJoin('unit_briefs', (join) =>
      join
        .onRef('unit_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('unit_briefs.id', '=', 'cases.unit_id'),
    )
    .leftJoin('category_briefs', (join) =>
      join
        .onRef('category_briefs.organisation_id', '=', 'cases.organisation_id')
        .onRef('category_briefs.id', '=', 'cases.category_id'),
    )
    .leftJoin('case_claims', (join) =>
      join
        .onRef('case_claims.organisation_id', '=', 'cases.organisation_id')
        .onRef('case_claims.id', '=', 'cases.open_claim_id'),
    )
    .select([
      'cases.id',
      'cases.number',
      'cases.tracking_code',
      'cases.kind',
      'cases.subject',
      'cases.description',
      'cases.state',
      'cases.outcome',
      'cases.dispute_level',
      'cases.registered_at',
      'cases.reopenable_until',
      'cases.lapses_at',
      'unit_briefs.name as unit_name',
      'category_briefs.name as category_name',
      'case_claims.id as claim_id',
      'case_claims.answer',
      'case_claims.claimed_at',
    ])
    .where('cases.organisation_id', '=', ctx.organisationId)
    .where('cases.id', '=', grant.caseId)
    .executeTakeFirstOrThrow();
  const events = await db
    .selectFrom('events')
    .select(['type', 'at', 'data'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('subject_id', '=', row.id)
    .where('type', 'in', Object.keys(steps))
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute();
  // What this very request did is written only when its transaction ends; the customer sees it at once.
  const justNow = ctx.events
    .filter((event) => event.subjectId === row.id && event.type in steps)
    .map((event) => ({ type: event.type, at: event.at ?? ctx.clock.now(), data: event.data ?? {} }));
  const words = await caseWords(ctx, row.id, { notes: false });
  const attachments = (await attachmentsOf(ctx, row.id)).filter((one) => one.part !== 'note');
  const filesOf = (id: string | undefined) => attachments.filter((one) => one.partId === id).map((one) => one.file);
  return {
    number: row.number,
    trackingCode: row.tracking_code,
    kind: row.kind,
    subject: row.subject,
    description: row.description,
    state: row.state,
    outcome: row.outcome,
    categoryName: row.category_name as LocaleText | null,
    unitName: row.unit_name as LocaleText | null,
    disputeLevel: row.dispute_level,
    registeredAt: row.registered_at,
    answerBy: row.state === 'open' ? await answerBy(ctx, row.id) : null,
    openClaim: row.claim_id
      ? {
          answer: row.answer!,
          claimedAt: row.claimed_at!,
          lapsesAt: row.lapses_at!,
          attachments: filesOf(row.claim_id),
        }
      : null,
    reopenableUntil: row.reopenable_until,
    recourse: await recourseOf(ctx, row.id),
    progress: await progressOfCustomer(ctx, row.id),
    form: await formOfCustomer(ctx, row.id),
    steps: [...events, ...justNow].map((event) => {
      const data = event.data as Record<string, unknown>;
      const id = event.type === 'case.registered' ? row.id : wordsId(data);
      return {
        at: event.at,
        type: steps[event.type]!,
        text: event.type === 'case.registered' ? row.description : ((id && words.get(id)) ?? null),
        attachments: filesOf(id),
      };
    }),
    actions: customerMay(row.state, row.reopenable_until, ctx.clock.now()),
  };
}

async function recourseOf(ctx: Context, caseId: string): Promise<PortalCase['recourse']> {
  const recourse = (await regimeOfCase(ctx, caseId))?.recourse;
  return recourse ? { body: recourse.body, contact: recourse.contact, after: recourse.after } : null;
}
