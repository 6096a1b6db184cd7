// Forgets codes and links that ran out: what proved nothing is not kept; what proved a confirmation stays with it.
import { on, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

const dayMs = 86_400_000;
/** So that a customer who comes late is told "expired" and not "unknown". */
const keepDays = 30;

export async function forgetSecrets(ctx: Context): Promise<void> {
  const now = ctx.clock.now().getTime();
  const db = on<CaseTables>(ctx);
  await db
    .deleteFrom('case_codes')
    .where('organisation_id', '=', ctx.organisationId)
    .where('expires_at', '<', new Date(now - dayMs))
    .execute();
  await db
    .deleteFrom('case_grants')
    .where('organisation_id', '=', ctx.organisationId)
    .where('used_at', 'is', null)
    .where('expires_at', '<', new Date(now - keepDays * dayMs))
    // A dispute by mail stands on a grant that was made for it and never typed in.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('case_disputes')
            .select('id')
            .whereRef('case_disputes.organisation_id', '=', 'case_grants.organisation_id')
            .whereRef('case_disputes.grant_id', '=', 'case_grants.id'),
        ),
      ),
    )
    .execute();
}
