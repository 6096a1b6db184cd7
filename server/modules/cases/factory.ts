// Builders for tests of cases: a case at any point of its life, made by the verbs themselves.
import { sql } from 'kysely';
import type { RegisterCaseInput } from '#contract/cases.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import type { Platform } from '#platform/platform.ts';
import { claimResolution } from './claim-resolution.ts';
import { issueGrant, useGrant, type UsedGrant } from './grants.ts';
import { registerCase, type Registered } from './register-case.ts';

let made = 0;

/** A registered case of a new customer with an e-mail address. */
export async function buildCase(
  platform: Platform,
  organisationId: string,
  changes: Partial<RegisterCaseInput> = {},
): Promise<Registered> {
  made += 1;
  return transact(platform, { organisationId, actor: { kind: 'system', name: 'test' } }, (ctx) =>
    registerCase(ctx, {
      kind: 'complaint',
      subject: 'انقطاع الماء',
      description: 'الماء مقطوع منذ يومين عن شارعنا',
      priority: 'normal',
      channel: 'portal',
      language: 'ar',
      attachmentIds: [],
      customer: {
        kind: 'person',
        name: `أحمد ${made}`,
        email: `customer-${made}-${process.pid}@example.org`,
        language: 'ar',
      },
      ...changes,
    }),
  );
}

/** The case with a claim that waits for its customer. */
export async function buildClaimedCase(
  platform: Platform,
  organisationId: string,
  claimer: StaffActor,
  changes: Partial<RegisterCaseInput> = {},
): Promise<Registered> {
  const registered = await buildCase(platform, organisationId, changes);
  await transact(platform, { organisationId, actor: claimer }, (ctx) =>
    claimResolution(ctx, { id: registered.id, answer: 'أُصلح الخط الرئيسي وعاد الضخ صباح اليوم.', attachmentIds: [] }),
  );
  return registered;
}

/** Acts as the customer of a case who came by a link in a mail. */
export async function asCustomerOf<T>(
  platform: Platform,
  organisationId: string,
  registered: Registered,
  work: (ctx: Context, grant: UsedGrant) => Promise<T>,
): Promise<T> {
  const { secret } = await transact(
    platform,
    { organisationId, actor: { kind: 'system', name: 'test' } },
    async (ctx) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from contact_point_briefs where organisation_id = ${organisationId} and customer_id = ${registered.customerId} limit 1`.execute(
        ctx.transaction,
      );
      return issueGrant(ctx, {
        caseId: registered.id,
        customerId: registered.customerId,
        contactPointId: rows[0]!.id,
        method: 'signed-link',
      });
    },
  );
  return transact(
    platform,
    { organisationId, actor: { kind: 'customer', customerId: null, grantId: null } },
    async (ctx) => {
      const customer = await useGrant(ctx, secret);
      return work(customer.ctx, customer.grant);
    },
  );
}
