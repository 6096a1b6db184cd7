// Actions as they stand in the database, found by key or id, and as they are shown.
import { sql, type Selectable } from 'kysely';
import type { AuthorityAction } from '#contract/authority.ts';
import type { LocaleText } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { authorityErrors } from './errors.ts';
import { knownActions } from './known-actions.ts';
import { dayAt } from './read-world.ts';
import type { AuthorityTables } from './tables.ts';

export type ActionRow = Selectable<AuthorityTables['authority_actions']>;

function actions(ctx: Context) {
  return on<AuthorityTables>(ctx)
    .selectFrom('authority_actions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId);
}

/**
 * The action where it is judged: in use, and with a rule, in force or not. An action whose rules have all ended is not open to
 * everybody again: then nobody has authority.
 */
export async function governedAction(ctx: Context, key: string): Promise<ActionRow | undefined> {
  return actions(ctx)
    .where('key', '=', key)
    .where('retired_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('authority_rules')
          .select('authority_rules.id')
          .whereRef('authority_rules.organisation_id', '=', 'authority_actions.organisation_id')
          .whereRef('authority_rules.action_id', '=', 'authority_actions.id'),
      ),
    )
    .executeTakeFirst();
}

/** Throws `authority.action-not-found`, and `authority.action-retired` unless retired ones are wanted too. */
export async function requireAction(
  ctx: Context,
  id: string,
  { retired = false, lock = false } = {},
): Promise<ActionRow> {
  const query = actions(ctx).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw authorityErrors.actionNotFound({ id });
  if (row.retired_at && !retired) throw authorityErrors.actionRetired({ id });
  return row;
}

/** Those in use, and if wanted the retired ones, by key. An organisation has at most some hundred. */
export async function actionViews(
  ctx: Context,
  { id, retired }: { id?: string; retired: boolean },
): Promise<AuthorityAction[]> {
  const day = await dayAt(ctx, ctx.clock.now());
  const { rows } = await sql<ActionRow & { rules: number }>`
    select a.*, (select count(*)::int from authority_rules r
                  where r.organisation_id = a.organisation_id and r.action_id = a.id and r.ended_at is null
                    and r.valid_from <= ${day}::date and coalesce(r.valid_until >= ${day}::date, true)) as rules
      from authority_actions a
     where a.organisation_id = ${ctx.organisationId} and (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid) and (${retired} or a.retired_at is null)
     order by a.key limit 1000`.execute(ctx.transaction);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name as LocaleText,
    hasAmount: row.has_amount,
    onOverrun: row.on_overrun,
    splitDays: row.split_days,
    retired: row.retired_at !== null,
    asked: row.key in knownActions,
    rules: row.rules,
  }));
}

export async function actionView(ctx: Context, id: string): Promise<AuthorityAction> {
  const [view] = await actionViews(ctx, { id, retired: true });
  if (!view) throw authorityErrors.actionNotFound({ id });
  return view;
}
