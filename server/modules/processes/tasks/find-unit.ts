// The units that diagrams mean: by id, or by a name in any language, as lanes are written on.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** Code → id. Of several of one name the oldest: names that matter are given once. */
export async function findUnits(ctx: Context, codes: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ code: string; id: string }>`
    select distinct on (w.code) w.code, u.id
      from unnest(${wanted}::text[]) as w (code)
      join unit_briefs u on u.organisation_id = ${ctx.organisationId}
       and (u.id::text = lower(w.code) or exists (select from jsonb_each_text(u.name) n where rida_normalise(n.value) = rida_normalise(w.code)))
     order by w.code, u.id`.execute(ctx.transaction);
  return new Map(rows.map(({ code, id }) => [code, id]));
}
