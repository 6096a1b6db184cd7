// Reply templates: lists, changes with every earlier text kept, and the text of one for the composer.
import { sql, type Selectable } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import { TemplateVariable, type ReplyTemplate, type ReplyTemplateInput } from '#contract/reply-templates.ts';
import { cleanRichText } from '#kernel/rich-text/clean-rich-text.ts';
import { isEmptyRichText } from '#kernel/rich-text/is-empty.ts';
import { richTextToText } from '#kernel/rich-text/rich-text-to-text.ts';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors, type FieldFault } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { actingPerson, holdKnowledge, personNames } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { requireRelated } from './file-document.ts';
import { holdsImage, readVariables } from './fill-template.ts';
import type { KnowledgeTables } from './tables.ts';

type Row = Selectable<KnowledgeTables['reply_templates']>;

async function views(ctx: Context, rows: readonly Row[]): Promise<(row: Row) => ReplyTemplate> {
  const texts =
    rows.length === 0
      ? []
      : await on<KnowledgeTables>(ctx)
          .selectFrom('reply_template_texts')
          .select(['template_id', 'version', 'language', 'body'])
          .where('organisation_id', '=', ctx.organisationId)
          .where(
            sql<boolean>`(template_id, version) in (select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.version)}::int[]))`,
          )
          .orderBy('language')
          .execute();
  const names = await personNames(
    ctx,
    rows.map((row) => row.changed_by),
  );
  return (row) => ({
    id: row.id,
    name: row.name,
    texts: texts
      .filter((text) => text.template_id === row.id)
      .map((text) => ({ language: text.language as Language, body: text.body as RichText })),
    categoryIds: row.category_ids,
    caseKinds: row.case_kinds as CaseKind[],
    active: row.active,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: names(row.changed_by),
  });
}

/** Those filed under the category or kind, and those filed under none. */
export async function listReplyTemplates(
  ctx: Context,
  input: {
    q?: string | undefined;
    language?: Language | undefined;
    caseKind?: CaseKind | undefined;
    categoryId?: string | undefined;
    all?: 'yes' | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: ReplyTemplate[]; next: string | null }> {
  const { q, language, caseKind, categoryId } = input;
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2).map(String);
  const part = q ? `%${normaliseText(q).replace(/[\\%_]/g, '\\$&')}%` : '';
  const { rows } = await sql<Row>`
    select t.* from reply_templates t
     where t.organisation_id = ${ctx.organisationId}
       ${input.all ? sql`` : sql`and t.active`}
       ${caseKind ? sql`and (t.case_kinds = '{}' or ${caseKind} = any (t.case_kinds))` : sql``}
       ${categoryId ? sql`and (t.category_ids = '{}' or ${categoryId}::uuid = any (t.category_ids))` : sql``}
       ${
         q || language
           ? sql`and exists (select from reply_template_texts x where x.organisation_id = t.organisation_id and x.template_id = t.id and x.version = t.version
                  ${language ? sql`and x.language = ${language}` : sql``}
                  ${q ? sql`and rida_normalise(t.name || ' ' || x.plain) like ${part}` : sql``})`
           : sql``
       }
       ${after ? sql`and (t.name, t.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
     order by t.name, t.id limit ${input.limit + 1}`.execute(ctx.transaction);
  return page(rows, input.limit, await views(ctx, rows), (row) => [row.name, row.id]);
}

/** Throws `reply-template.not-found`. */
export async function getReplyTemplate(ctx: Context, id: string): Promise<ReplyTemplate> {
  const row = await requireTemplate(ctx, id);
  return (await views(ctx, [row]))(row);
}

async function requireTemplate(ctx: Context, id: string, lock = false): Promise<Row> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('reply_templates')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst();
  if (!row) throw knowledgeErrors.templateNotFound({ id });
  return row;
}

export async function listTemplateVersions(
  ctx: Context,
  input: { id: string; cursor?: string | undefined; limit: number },
) {
  await requireTemplate(ctx, input.id);
  const before = input.cursor === undefined ? null : Number(decodeCursor(input.cursor, 1)[0]);
  const { rows } = await sql<{
    version: number;
    texts: { language: Language; body: RichText }[];
    written_at: Date;
    written_by: string | null;
  }>`
    select version, jsonb_agg(jsonb_build_object('language', language, 'body', body) order by language) as texts, min(written_at) as written_at, min(written_by::text) as written_by
      from reply_template_texts where organisation_id = ${ctx.organisationId} and template_id = ${input.id} ${before === null ? sql`` : sql`and version < ${before}`}
     group by version order by version desc limit ${input.limit + 1}`.execute(ctx.transaction);
  const names = await personNames(
    ctx,
    rows.map((row) => row.written_by),
  );
  return page(
    rows,
    input.limit,
    ({ version, texts, written_at: at, written_by }) => ({ version, texts, at, by: names(written_by) }),
    (row) => [row.version],
  );
}

/** Variables as nodes; unknown ones, images and empty texts are refused with their place. */
function cleaned(input: ReplyTemplateInput): { language: Language; body: RichText }[] {
  const faults: FieldFault[] = [];
  const texts = input.texts.map(({ language, body }, at) => {
    const field = `texts.${at}`;
    if (input.texts.findIndex((other) => other.language === language) < at)
      faults.push({ field: `${field}.language`, code: 'twice' });
    if (isEmptyRichText(body)) faults.push({ field: `${field}.body`, code: 'required', params: { language } });
    if (holdsImage(body)) faults.push({ field: `${field}.body`, code: 'no-images', params: { language } });
    const read = readVariables(cleanRichText(body), TemplateVariable.options);
    for (const { name, path } of read.unknown)
      faults.push({
        field: [field, 'body', ...path].join('.'),
        code: 'unknown-variable',
        params: { name: name.slice(0, 60), language, paragraph: Number(path[1] ?? 0) + 1 },
      });
    return { language, body: read.document };
  });
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  return texts;
}

/** Throws `reply-template.name-taken`, `request.invalid`. */
export async function createReplyTemplate(ctx: Context, input: ReplyTemplateInput): Promise<ReplyTemplate> {
  const id = newId();
  await write(ctx, id, 1, input, async (fields) => {
    await on<KnowledgeTables>(ctx)
      .insertInto('reply_templates')
      .values({ organisation_id: ctx.organisationId, id, version: 1, ...fields })
      .execute();
  });
  return getReplyTemplate(ctx, id);
}

/** The next version of its texts. Throws `reply-template.not-found`, `knowledge.changed-meanwhile` and as `createReplyTemplate`. */
export async function updateReplyTemplate(
  ctx: Context,
  input: ReplyTemplateInput & { id: string; version: number },
): Promise<ReplyTemplate> {
  const row = await requireTemplate(ctx, input.id, true);
  if (row.version !== input.version) throw knowledgeErrors.changedMeanwhile({ version: row.version });
  const version = row.version + 1;
  await write(ctx, input.id, version, input, async (fields) => {
    await on<KnowledgeTables>(ctx)
      .updateTable('reply_templates')
      .set({ version, ...fields })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', input.id)
      .execute();
  });
  return getReplyTemplate(ctx, input.id);
}

type Fields = Pick<Row, 'name' | 'category_ids' | 'case_kinds' | 'changed_at' | 'changed_by'>;

async function write(
  ctx: Context,
  id: string,
  version: number,
  input: ReplyTemplateInput,
  save: (fields: Fields) => Promise<void>,
): Promise<void> {
  const personId = actingPerson(ctx);
  const texts = cleaned(input);
  const name = cleanText(input.name).replace(/\s+/g, ' ');
  await holdKnowledge(ctx, 'templates');
  await requireFreeName(ctx, name, id);
  await requireRelated(ctx, 'categoryIds', 'category_briefs', input.categoryIds);
  const now = ctx.clock.now();
  // The texts first: a trigger on the template makes what is found from them.
  await on<KnowledgeTables>(ctx)
    .insertInto('reply_template_texts')
    .values(
      texts.map(({ language, body }) => ({
        organisation_id: ctx.organisationId,
        template_id: id,
        version,
        language,
        body: JSON.stringify(body),
        plain: richTextToText(body, { variable: () => ' ' }),
        written_by: personId,
        written_at: now,
      })),
    )
    .execute();
  await save({
    name,
    category_ids: [...new Set(input.categoryIds)],
    case_kinds: [...new Set(input.caseKinds)],
    changed_at: now,
    changed_by: personId,
  });
  append(ctx, {
    type: 'reply-template.changed',
    subjectType: 'reply-template',
    subjectId: id,
    data: { version },
  });
}

async function requireFreeName(ctx: Context, name: string, except: string): Promise<void> {
  const taken = await on<KnowledgeTables>(ctx)
    .selectFrom('reply_templates')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('active', '=', true)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', except)
    .executeTakeFirst();
  if (taken) throw knowledgeErrors.templateNameTaken({ name });
}

/** Throws `reply-template.not-found`, `reply-template.name-taken`. */
export async function setTemplateActive(ctx: Context, input: { id: string; active: boolean }): Promise<void> {
  const row = await requireTemplate(ctx, input.id, true);
  if (row.active === input.active) return;
  await holdKnowledge(ctx, 'templates');
  if (input.active) await requireFreeName(ctx, row.name, row.id);
  await on<KnowledgeTables>(ctx)
    .updateTable('reply_templates')
    .set({ active: input.active, changed_at: ctx.clock.now(), changed_by: actingPerson(ctx) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, {
    type: input.active ? 'reply-template.activated' : 'reply-template.deactivated',
    subjectType: 'reply-template',
    subjectId: input.id,
  });
}

/**
 * For the composer: the text in the language of the customer, else in the organisation's, else in any. To be filled with
 * `fillTemplate`. Throws `reply-template.not-found`, also for one out of use.
 */
export async function replyTemplateText(
  ctx: Context,
  id: string,
  language: Language,
): Promise<{ language: Language; body: RichText; version: number }> {
  const template = await getReplyTemplate(ctx, id);
  if (!template.active) throw knowledgeErrors.templateNotFound({ id });
  const { language: own } = await readOrganisation(ctx);
  const text =
    [language, own].map((one) => template.texts.find((other) => other.language === one)).find(Boolean) ??
    template.texts[0]!;
  return { ...text, version: template.version };
}
