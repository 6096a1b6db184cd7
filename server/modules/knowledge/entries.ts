// What is in force, as readers get it: the entry in the language asked for or in another that is there.
import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { Audience, FoundKind, Step } from '#contract/knowledge.ts';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

export type Entry = {
  itemId: string;
  language: Language;
  languages: Language[];
  kind: FoundKind;
  number: number | null;
  version: number;
  audience: Audience;
  topicId: string | null;
  title: string;
  summary: string;
  body: RichText;
  steps: Step[];
  inForceFrom: Date;
};

/**
 * One entry for each item that `where` (about `e`) lets through: in the language wished for, else in the organisation's, else in any.
 * Customers get what is public.
 */
export async function readEntries(
  ctx: Context,
  language: Language,
  where: ReturnType<typeof sql>,
  options: { order?: ReturnType<typeof sql>; limit: number },
): Promise<Entry[]> {
  const { language: own } = await readOrganisation(ctx);
  const { rows } = await sql<Entry>`
    select * from (
      select distinct on (e.item_id) e.item_id as "itemId", e.language, e.kind, e.number, e.version, e.audience, e.topic_id as "topicId",
             e.title, e.summary, e.body, e.steps, e.in_force_from as "inForceFrom",
             array(select o.language from knowledge_entries o where o.organisation_id = e.organisation_id and o.item_id = e.item_id order by 1) as languages
        from knowledge_entries e
       where e.organisation_id = ${ctx.organisationId} and ${where}
       order by e.item_id, (e.language = ${language}) desc, (e.language = ${own}) desc, e.language) found
     order by ${options.order ?? sql`found."itemId"`} limit ${options.limit}`.execute(ctx.transaction);
  return rows;
}
