// How customers belong together: listed from either side, added, and ended without being forgotten.
import type { CustomerRelation } from '#contract/customer-record.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { accessOf, openTo } from './access.ts';
import { customerErrors } from './errors.ts';
import { recordsOf } from './records-of.ts';
import { requireCustomer } from './require-customer.ts';
import { requireOpen } from './require-open.ts';
import type { CustomerTables } from './tables.ts';

type Kind = CustomerRelation['kind'];
type Direction = CustomerRelation['direction'];

/** Those in force first, then the newest. Relations to customers who are not open to whoever asks are left out. */
export async function listRelations(ctx: Context, customerId: string): Promise<{ items: CustomerRelation[] }> {
  await requireOpen(ctx, customerId);
  const records = await recordsOf(ctx, customerId);
  const access = await accessOf(ctx);
  const side = (direction: Direction) => {
    const [mine, theirs] = ends(direction);
    return on<CustomerTables>(ctx)
      .selectFrom('customer_relations as x')
      .innerJoin('customers as o', (join) =>
        join.onRef('o.organisation_id', '=', 'x.organisation_id').onRef('o.id', '=', `x.${theirs}`),
      )
      .innerJoin('customers as c', (join) =>
        join
          .onRef('c.organisation_id', '=', 'o.organisation_id')
          .on((on_) => on_('c.id', '=', on_.fn.coalesce('o.merged_into_id', 'o.id'))),
      )
      .select(['x.id', 'x.kind', 'x.recorded_at', 'x.ended_at'])
      .select(['c.id as other_id', 'c.kind as other_kind', 'c.name as other_name'])
      .where('x.organisation_id', '=', ctx.organisationId)
      .where(`x.${mine}`, 'in', records)
      .where(openTo(access))
      .execute();
  };
  const items = (['from', 'to'] as const).map(async (direction) =>
    (await side(direction)).map((row) => ({
      id: row.id,
      kind: row.kind,
      direction,
      other: { id: row.other_id, kind: row.other_kind, name: row.other_name },
      recordedAt: row.recorded_at,
      endedAt: row.ended_at,
    })),
  );
  const inOrder = (one: CustomerRelation): number => (one.endedAt === null ? 0 : 1);
  return {
    items: (await Promise.all(items))
      .flat()
      .toSorted((a, b) => inOrder(a) - inOrder(b) || b.recordedAt.getTime() - a.recordedAt.getTime()),
  };
}

/** Throws `customer.not-found` and `request.invalid` when the two do not go together so. */
export async function addRelation(
  ctx: Context,
  input: { id: string; kind: Kind; otherId: string; direction?: Direction },
): Promise<CustomerRelation> {
  const { direction = 'from' } = input;
  const customer = await requireCustomer(ctx, input.id);
  const other = await requireCustomer(ctx, input.otherId);
  if (customer.id === other.id) throw invalidField('otherId', 'relation-with-itself');
  const [from, to] = direction === 'from' ? [customer, other] : [other, customer];
  // A person works at a company, families are of people, branches of companies; an agent may be either.
  if (input.kind === 'works-at' && !(from.kind === 'person' && to.kind === 'company'))
    throw invalidField('kind', 'relation-needs-person-and-company');
  if (input.kind === 'family-of' && (from.kind !== 'person' || to.kind !== 'person'))
    throw invalidField('kind', 'relation-needs-people');
  if (input.kind === 'branch-of' && (from.kind !== 'company' || to.kind !== 'company'))
    throw invalidField('kind', 'relation-needs-companies');
  const relation = { id: newId(), kind: input.kind, recorded_at: ctx.clock.now() };
  const added = await on<CustomerTables>(ctx)
    .insertInto('customer_relations')
    .values({
      organisation_id: ctx.organisationId,
      ...relation,
      from_customer_id: from.id,
      to_customer_id: to.id,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'from_customer_id', 'to_customer_id', 'kind'])
        .where('ended_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!added) throw invalidField('otherId', 'relation-there');
  tellBoth(ctx, 'customer.related', relation.id, relation.kind, [from.id, to.id]);
  return {
    id: relation.id,
    kind: relation.kind,
    direction,
    other: { id: other.id, kind: other.kind, name: other.name },
    recordedAt: relation.recorded_at,
    endedAt: null,
  };
}

/** Throws `customer.relation-not-found` when the customer has none of that id in force. */
export async function endRelation(ctx: Context, input: { id: string; relationId: string }): Promise<void> {
  const customer = await requireCustomer(ctx, input.id);
  const records = await recordsOf(ctx, customer.id);
  const ended = await on<CustomerTables>(ctx)
    .updateTable('customer_relations')
    .set({ ended_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.relationId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('from_customer_id', 'in', records), where('to_customer_id', 'in', records)]))
    .returning(['kind', 'from_customer_id', 'to_customer_id'])
    .executeTakeFirst();
  if (!ended) throw customerErrors.relationNotFound({ id: input.relationId });
  tellBoth(ctx, 'customer.relation-ended', input.relationId, ended.kind, [
    ended.from_customer_id,
    ended.to_customer_id,
  ]);
}

/** Each of the two has it on the timeline, from their side. */
function tellBoth(ctx: Context, type: string, relationId: string, kind: Kind, [from, to]: [string, string]): void {
  const data = { relationId, kind };
  append(ctx, {
    type,
    subjectType: 'customer',
    subjectId: from,
    customerId: from,
    data: { ...data, direction: 'from', otherId: to },
  });
  append(ctx, {
    type,
    subjectType: 'customer',
    subjectId: to,
    customerId: to,
    data: { ...data, direction: 'to', otherId: from },
  });
}

const ends = (direction: Direction) =>
  direction === 'from'
    ? (['from_customer_id', 'to_customer_id'] as const)
    : (['to_customer_id', 'from_customer_id'] as const);
