// What the acting person may see and change of customers: classes of fields, and whose customers. The one place that decides it.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { CustomerAccessSettings, FieldClass, type CustomerRights, type RowScope } from '#contract/customer-record.ts';
import { personStanding } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { readSettings, type SettingsDefinition } from '#platform/settings.ts';

export type CustomerAccess = {
  read: ReadonlySet<FieldClass>;
  write: ReadonlySet<FieldClass>;
  rows: RowScope;
  personId: string | null;
  /** Of the person, with those below. */
  unitIds: readonly string[];
};

const everything: CustomerRights = { read: FieldClass.options, write: FieldClass.options, rows: 'all' };

/** By role, and for API keys. An allow-list: what does not stand here is not granted. */
export const accessSettings: SettingsDefinition<CustomerAccessSettings> = {
  key: 'customer-access',
  schema: CustomerAccessSettings,
  defaults: { 'service-manager': everything, agent: everything, 'api-key': everything },
};

// Once a transaction: a list asks for it at every turn.
const remembered = new WeakMap<object, Map<string, Promise<CustomerAccess>>>();

/** Of several roles the widest counts. Jobs see all; a customer is shown their own record by the portal's own verbs. */
export function accessOf(ctx: Context): Promise<CustomerAccess> {
  const who = ctx.actor.kind === 'staff' ? ctx.actor.personId : ctx.actor.kind;
  const known = remembered.get(ctx.transaction) ?? new Map<string, Promise<CustomerAccess>>();
  remembered.set(ctx.transaction, known);
  const access = known.get(who) ?? read(ctx);
  known.set(who, access);
  return access;
}

async function read(ctx: Context): Promise<CustomerAccess> {
  // A dealer's own wall stands in the database.
  if (ctx.actor.kind === 'system' || ctx.actor.kind === 'customer' || ctx.actor.kind === 'dealer')
    return widest([everything], null, []);
  const settings = await readSettings(ctx, accessSettings);
  if (ctx.actor.kind === 'api-key') return widest([settings['api-key']], null, []);
  const { personId } = ctx.actor;
  const { roles, unitIds } = await personStanding(ctx, personId);
  const rights = roles.flatMap((role) =>
    role === 'administrator' ? everything : role === 'agent' || role === 'service-manager' ? settings[role] : [],
  );
  return widest(rights, personId, unitIds);
}

const scopes: readonly RowScope[] = ['own', 'unit', 'all'];

function widest(
  rights: readonly CustomerRights[],
  personId: string | null,
  unitIds: readonly string[],
): CustomerAccess {
  const rank = Math.max(0, ...rights.map((one) => scopes.indexOf(one.rows)));
  const read = new Set(rights.flatMap((one) => one.read));
  return {
    read,
    // Nobody changes what they may not see.
    write: new Set(rights.flatMap((one) => one.write).filter((one) => read.has(one))),
    rows: scopes[rank] ?? 'own',
    personId,
    unitIds,
  };
}

/** For `where`, with customers called c. */
export function openTo({ rows, personId, unitIds }: CustomerAccess): RawBuilder<SqlBool> {
  if (rows === 'all') return sql<SqlBool>`true`;
  if (rows === 'own') return sql<SqlBool>`c.responsible_id = ${personId}`;
  return sql<SqlBool>`(c.responsible_id = ${personId} or c.responsible_unit_id = any(${[...unitIds]}::uuid[]))`;
}

/** The same for one row that was read already. */
export function isOpenTo(
  access: CustomerAccess,
  row: { responsible_id: string | null; responsible_unit_id: string | null },
): boolean {
  if (access.rows === 'all') return true;
  if (access.personId !== null && row.responsible_id === access.personId) return true;
  return access.rows === 'unit' && access.unitIds.includes(row.responsible_unit_id ?? '');
}

/** Who has not all customers is responsible for those they register; otherwise they would not see them again. */
export function responsibleForNew({ rows, personId }: CustomerAccess): string | null {
  return rows === 'all' ? null : personId;
}

/** Throws `request.invalid` with the fault `not-granted` of the field. */
export async function requireWritable(ctx: Context, fieldClass: FieldClass, field: string): Promise<void> {
  if (!(await accessOf(ctx)).write.has(fieldClass)) throw invalidField(field, 'not-granted');
}
