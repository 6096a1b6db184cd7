// Puts an approved version in force in place of the one before; receipts follow in a job.
import { addMonths, fromIsoDate, isoDateAt, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { requireDocument, versionInForce, versions } from './document.ts';
import { setVersionState } from './set-version-state.ts';
import type { KnowledgeTables } from './tables.ts';

/** What is no longer approved and waiting (recalled, in force already) is left as it is. */
export async function comeIntoForce(ctx: Context, id: string, number: number): Promise<void> {
  const document = await requireDocument(ctx, id, true);
  const version = await versions(ctx, id).where('number', '=', number).executeTakeFirst();
  if (version?.state !== 'approved') return;
  const before = await versionInForce(ctx, id);
  const now = ctx.clock.now();
  if (before) await setVersionState(ctx, id, before.number, { state: 'superseded', in_force_until: now });
  await setVersionState(ctx, id, number, {
    state: 'in-force',
    in_force_from: now,
    receipt_since: version.editorial && before ? before.receipt_since : number,
  });
  const { timeZone } = await dateSettings(ctx);
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_documents')
    .set({
      changed_at: now,
      ...(document.review_every_months === null
        ? {}
        : { next_review_on: monthsOn(isoDateAt(now, timeZone), document.review_every_months) }),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'knowledge.version-in-force',
    subjectType: 'knowledge-document',
    subjectId: id,
    data: { version: number, before: before?.number ?? null, editorial: version.editorial, kind: document.kind },
  });
}

export function monthsOn(day: string, months: number): string {
  return toIsoDate(addMonths(fromIsoDate(day, 'gregory'), months));
}
