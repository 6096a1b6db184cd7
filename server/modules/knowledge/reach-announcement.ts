// Announcements as they reach people: whom they concern while they run, what each of them saw, and the counts of it.
import { sql } from 'kysely';
import type { Language, LocaleText } from '#contract/common.ts';
import type { AnnouncementText, OwnAnnouncement, Reach } from '#contract/reading-duties.ts';
import { tell } from '#modules/notifications/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, append, type Context } from '#platform/context.ts';
import { actingPerson } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import type { KnowledgeTables } from './tables.ts';

/** Fewer than so many are not shown by themselves. */
const smallest = 5;

/**
 * Under the role of the system: adds whom a running announcement concerns and tells them, and releases whom it no longer does. Run
 * again it changes nothing.
 */
export async function reconcileAnnouncement(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  const [row] = await running(ctx, now, id);
  if (!row) return;
  const { rows } = await sql<{ person_id: string }>`
    insert into announcement_views as v (organisation_id, announcement_id, person_id, unit_id, concerned_at)
    select ${ctx.organisationId}, ${id}, c.person_id,
           (select p.unit_id from position_briefs p where p.organisation_id = ${ctx.organisationId} and p.person_id = c.person_id order by p.is_head desc, p.id limit 1), ${now}
      from knowledge_concerned(${id}) c
    on conflict (organisation_id, announcement_id, person_id) do update set released_at = null where v.released_at is not null
    returning person_id`.execute(ctx.transaction);
  await sql`
    update announcement_views v set released_at = ${now}
     where v.organisation_id = ${ctx.organisationId} and v.announcement_id = ${id} and v.released_at is null and v.seen_at is null
       and v.person_id not in (select c.person_id from knowledge_concerned(${id}) c)`.execute(ctx.transaction);
  await tell(ctx, {
    personIds: rows.map((one) => one.person_id),
    type: 'announcement.published',
    subjectType: 'announcement',
    subjectId: id,
    data: { title: Object.fromEntries((row.texts as AnnouncementText[]).map((text) => [text.language, text.title])) },
    once: 'published',
  });
}

/** Those that run at the moment. */
export function running(ctx: Context, now: Date, id?: string) {
  return on<KnowledgeTables>(ctx)
    .selectFrom('announcements')
    .select(['id', 'texts'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where('from_at', '<=', now)
    .where((by) => by.or([by('until_at', 'is', null), by('until_at', '>', now)]))
    .$if(id !== undefined, (select) => select.where('id', '=', id!))
    .execute();
}

/** The newest first. `open`: those not seen yet, or not confirmed where that is asked. */
export async function listOwnAnnouncements(
  ctx: Context,
  input: { language: Language; open?: 'yes' | undefined },
): Promise<OwnAnnouncement[]> {
  const personId = actingPerson(ctx);
  const now = ctx.clock.now();
  const { language: own } = await readOrganisation(ctx);
  const rows = await on<KnowledgeTables>(ctx)
    .selectFrom('announcement_views as v')
    .innerJoin('announcements as a', (join) =>
      join.onRef('a.organisation_id', '=', 'v.organisation_id').onRef('a.id', '=', 'v.announcement_id'),
    )
    .select(['a.id', 'a.texts', 'a.from_at', 'a.until_at', 'a.must_confirm', 'v.seen_at', 'v.confirmed_at'])
    .where('v.organisation_id', '=', ctx.organisationId)
    .where('v.person_id', '=', personId)
    .where('v.released_at', 'is', null)
    .where('a.withdrawn_at', 'is', null)
    .where((by) => by.or([by('a.until_at', 'is', null), by('a.until_at', '>', now)]))
    .$if(input.open !== undefined, (select) =>
      select.where((by) =>
        by.or([
          by('v.seen_at', 'is', null),
          by.and([by('a.must_confirm', '=', true), by('v.confirmed_at', 'is', null)]),
        ]),
      ),
    )
    .orderBy('a.from_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => {
    const texts = row.texts as AnnouncementText[];
    const text =
      [input.language, own].map((one) => texts.find((other) => other.language === one)).find(Boolean) ?? texts[0]!;
    return {
      id: row.id,
      language: text.language,
      title: text.title,
      body: text.body,
      from: row.from_at!,
      until: row.until_at,
      mustConfirm: row.must_confirm,
      seenAt: row.seen_at,
      confirmedAt: row.confirmed_at,
    };
  });
}

/** A later step holds the earlier ones; said again it changes nothing. Throws `announcement.not-yours`. */
export async function viewAnnouncement(
  ctx: Context,
  { id, step }: { id: string; step: 'reached' | 'seen' | 'confirmed' },
): Promise<void> {
  const personId = actingPerson(ctx);
  const now = ctx.clock.now();
  const { numAffectedRows } = await sql`
    update announcement_views v
       set reached_at = coalesce(v.reached_at, ${now}),
           seen_at = ${step === 'reached' ? sql`v.seen_at` : sql`coalesce(v.seen_at, ${now})`},
           confirmed_at = ${step === 'confirmed' ? sql`coalesce(v.confirmed_at, ${now})` : sql`v.confirmed_at`}
      from announcements a
     where v.organisation_id = ${ctx.organisationId} and v.announcement_id = ${id} and v.person_id = ${personId} and v.released_at is null
       and a.organisation_id = v.organisation_id and a.id = v.announcement_id and a.withdrawn_at is null
       and (a.until_at is null or a.until_at > ${now})`.execute(ctx.transaction);
  if (!numAffectedRows) throw knowledgeErrors.announcementNotYours({ id });
  if (step === 'confirmed') append(ctx, { type: 'announcement.confirmed', subjectType: 'announcement', subjectId: id });
}

type CountRow = {
  unit_id: string | null;
  name: LocaleText | null;
  concerned: number;
  reached: number;
  seen: number;
  confirmed: number;
};

/** Counts, and by unit where it has at least five. Throws `announcement.not-found`. */
export async function readReach(ctx: Context, id: string): Promise<Reach> {
  const there = await on<KnowledgeTables>(ctx)
    .selectFrom('announcements')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!there) throw knowledgeErrors.announcementNotFound({ id });
  const { rows } = await sql<CountRow>`
    select v.unit_id, u.name, count(*)::int as concerned, count(v.reached_at)::int as reached, count(v.seen_at)::int as seen, count(v.confirmed_at)::int as confirmed
      from announcement_views v left join unit_briefs u on u.organisation_id = v.organisation_id and u.id = v.unit_id
     where v.organisation_id = ${ctx.organisationId} and v.announcement_id = ${id} and v.released_at is null
     group by v.unit_id, u.name order by count(*) desc, v.unit_id`.execute(ctx.transaction);
  const sum = (key: 'concerned' | 'reached' | 'seen' | 'confirmed') => rows.reduce((all, row) => all + row[key], 0);
  // One small unit alone could be reckoned from the whole and the others: then the next smallest keeps silent too.
  const small = rows.filter((row) => row.concerned < smallest);
  const silent = new Set(small);
  if (small.length === 1) {
    const next = rows.findLast((row) => row.concerned >= smallest);
    if (next) silent.add(next);
  }
  return {
    concerned: sum('concerned'),
    reached: sum('reached'),
    seen: sum('seen'),
    confirmed: sum('confirmed'),
    units: rows.map((row) => ({
      unitId: row.unit_id,
      name: row.name,
      count: silent.has(row)
        ? null
        : { concerned: row.concerned, reached: row.reached, seen: row.seen, confirmed: row.confirmed },
    })),
  };
}
