// Announcements as those who publish them see them: drafts, publication, withdrawal.
import { sql, type Selectable } from 'kysely';
import type { Announcement, AnnouncementInput, AnnouncementText } from '#contract/announcements.ts';
import { cleanRichText } from '#kernel/rich-text/clean-rich-text.ts';
import { isEmptyRichText } from '#kernel/rich-text/is-empty.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors, invalidField, type FieldFault } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { concernsOf, writeConcerns } from './concerns.ts';
import { actingPerson, personNames } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { keepImages, letImagesGo } from './images.ts';
import { imagesIn } from './version-texts.ts';
import type { KnowledgeTables } from './tables.ts';

type Row = Selectable<KnowledgeTables['announcements']>;
type State = Announcement['state'];

/** As of a moment: nothing keeps it in step but the clock. */
export function stateOf(row: Pick<Row, 'published_at' | 'withdrawn_at' | 'from_at' | 'until_at'>, now: Date): State {
  if (!row.published_at) return 'draft';
  if (row.withdrawn_at) return 'withdrawn';
  if (row.from_at && row.from_at > now) return 'planned';
  return row.until_at && row.until_at <= now ? 'over' : 'running';
}

async function views(ctx: Context, rows: readonly Row[]): Promise<(row: Row) => Announcement> {
  const concerns = await concernsOf(
    ctx,
    rows.map((row) => row.id),
  );
  const names = await personNames(
    ctx,
    rows.map((row) => row.created_by),
  );
  const now = ctx.clock.now();
  return (row) => ({
    id: row.id,
    texts: row.texts as AnnouncementText[],
    from: row.from_at,
    until: row.until_at,
    mustConfirm: row.must_confirm,
    concerns: concerns(row.id),
    state: stateOf(row, now),
    createdBy: names(row.created_by),
    createdAt: row.created_at,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
  });
}

/** Throws `announcement.not-found`. */
async function requireAnnouncement(ctx: Context, id: string, lock = false): Promise<Row> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('announcements')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst();
  if (!row) throw knowledgeErrors.announcementNotFound({ id });
  return row;
}

export async function getAnnouncement(ctx: Context, id: string): Promise<Announcement> {
  const row = await requireAnnouncement(ctx, id);
  return (await views(ctx, [row]))(row);
}

export async function listAnnouncements(
  ctx: Context,
  input: { state?: State | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: Announcement[]; next: string | null }> {
  const now = ctx.clock.now();
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2).map(String);
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('announcements')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .$if(input.state !== undefined, (select) =>
      select.where(
        sql<boolean>`(case when published_at is null then 'draft' when withdrawn_at is not null then 'withdrawn'
          when from_at > ${now} then 'planned' when until_at <= ${now} then 'over' else 'running' end) = ${input.state}`,
      ),
    )
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(created_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(rows, input.limit, await views(ctx, rows), (row) => [row.created_at.toISOString(), row.id]);
}

function cleaned(input: AnnouncementInput): AnnouncementText[] {
  const faults: FieldFault[] = [];
  input.texts.forEach((text, at) => {
    if (input.texts.findIndex((other) => other.language === text.language) < at)
      faults.push({ field: `texts.${at}.language`, code: 'twice' });
  });
  if (input.until && input.from && input.until <= input.from) faults.push({ field: 'until', code: 'after-from' });
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  return input.texts.map(({ language, title, body }) => ({
    language,
    title: cleanText(title).replace(/\s+/g, ' '),
    body: cleanRichText(body),
  }));
}

const images = (texts: readonly AnnouncementText[]) => imagesIn(texts.map(({ body }) => ({ body, steps: [] })));

export async function createAnnouncement(ctx: Context, input: AnnouncementInput): Promise<Announcement> {
  const personId = actingPerson(ctx);
  const texts = cleaned(input);
  const id = newId();
  await on<KnowledgeTables>(ctx)
    .insertInto('announcements')
    .values({
      organisation_id: ctx.organisationId,
      id,
      texts: JSON.stringify(texts),
      from_at: input.from,
      until_at: input.until,
      must_confirm: input.mustConfirm,
      created_by: personId,
      created_at: ctx.clock.now(),
    })
    .execute();
  await keepImages(ctx, { announcementId: id }, images(texts));
  await writeConcerns(ctx, { announcement_id: id }, input.concerns);
  say(ctx, 'announcement.drafted', id);
  return getAnnouncement(ctx, id);
}

/** Throws `announcement.not-found`, `announcement.published`. */
export async function updateAnnouncement(
  ctx: Context,
  input: AnnouncementInput & { id: string },
): Promise<Announcement> {
  await requireUnpublished(ctx, input.id);
  const texts = cleaned(input);
  await on<KnowledgeTables>(ctx)
    .updateTable('announcements')
    .set({
      texts: JSON.stringify(texts),
      from_at: input.from,
      until_at: input.until,
      must_confirm: input.mustConfirm,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  await keepImages(ctx, { announcementId: input.id }, images(texts));
  await writeConcerns(ctx, { announcement_id: input.id }, input.concerns);
  say(ctx, 'announcement.changed', input.id);
  return getAnnouncement(ctx, input.id);
}

/** Throws `announcement.not-found`, `announcement.published`. */
export async function discardAnnouncement(ctx: Context, id: string): Promise<void> {
  await requireUnpublished(ctx, id);
  await letImagesGo(ctx, { announcementId: id }, null);
  await on<KnowledgeTables>(ctx)
    .deleteFrom('announcements')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  say(ctx, 'announcement.discarded', id);
}

/** From now on it stays as it is. Refused with nobody whom it concerns, without words, or when its time is over. */
export async function publishAnnouncement(ctx: Context, id: string): Promise<Announcement> {
  const personId = actingPerson(ctx);
  const row = await requireUnpublished(ctx, id);
  const now = ctx.clock.now();
  const faults: FieldFault[] = [];
  (row.texts as AnnouncementText[]).forEach((text, at) => {
    if (isEmptyRichText(text.body)) faults.push({ field: `texts.${at}.body`, code: 'required' });
  });
  if ((await concernsOf(ctx, [id]))(id).length === 0) faults.push({ field: 'concerns', code: 'required' });
  if (row.until_at && row.until_at <= now) faults.push({ field: 'until', code: 'in-future' });
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  await on<KnowledgeTables>(ctx)
    .updateTable('announcements')
    .set({ published_at: now, published_by: personId, from_at: row.from_at && row.from_at > now ? row.from_at : now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  say(ctx, 'announcement.published', id);
  return getAnnouncement(ctx, id);
}

/** Throws `announcement.not-found`, `announcement.not-running`. */
export async function withdrawAnnouncement(ctx: Context, input: { id: string; reason: string }): Promise<Announcement> {
  const personId = actingPerson(ctx);
  const reason = cleanText(input.reason);
  if (reason === '') throw invalidField('reason', 'required');
  const row = await requireAnnouncement(ctx, input.id, true);
  const state = stateOf(row, ctx.clock.now());
  if (state !== 'running' && state !== 'planned') throw knowledgeErrors.announcementNotRunning({ state });
  await on<KnowledgeTables>(ctx)
    .updateTable('announcements')
    .set({ withdrawn_at: ctx.clock.now(), withdrawn_by: personId, withdraw_reason: reason })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  say(ctx, 'announcement.withdrawn', input.id);
  return getAnnouncement(ctx, input.id);
}

async function requireUnpublished(ctx: Context, id: string): Promise<Row> {
  const row = await requireAnnouncement(ctx, id, true);
  if (row.published_at) throw knowledgeErrors.announcementPublished({ id });
  return row;
}

function say(ctx: Context, type: string, id: string): void {
  append(ctx, { type, subjectType: 'announcement', subjectId: id });
}
