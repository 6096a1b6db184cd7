// What knowledge hears: its own versions and announcements, and that people came, went or moved.
import { on, type Context } from '#platform/context.ts';
import type { Subscriber } from '#platform/events/event.ts';
import { askAllDuties, askReach, askReceipts, waitForDay } from './jobs.ts';
import type { KnowledgeTables } from './tables.ts';

const receiptsFollow = [
  'knowledge.version-in-force',
  'knowledge.concerns-changed',
  'knowledge.document-retired',
] as const;
const peopleMove = [
  'person.joined',
  'person.changed',
  'person.deactivated',
  'position.created',
  'position.held',
  'position.vacated',
  'position.removed',
  'position.changed',
  'unit.changed',
] as const;

export const subscribers: readonly Subscriber[] = [
  {
    name: 'knowledge.wait-for-day',
    event: 'knowledge.version-approved',
    handle: (ctx, event) => waitForDay(ctx, event.subjectId, Number(event.data['version'])),
  },
  ...receiptsFollow.map(
    (event): Subscriber => ({
      name: `knowledge.receipts-after-${event.slice('knowledge.'.length)}`,
      event,
      handle: async (ctx, { subjectId }) => askReceipts(ctx, subjectId),
    }),
  ),
  {
    name: 'knowledge.reach-after-publication',
    event: 'announcement.published',
    handle: async (ctx, { subjectId }) => askReach(ctx, subjectId, await beginOf(ctx, subjectId)),
  },
  ...peopleMove.map(
    (event): Subscriber => ({
      name: `knowledge.duties-after-${event.replace('.', '-')}`,
      event,
      // All that one transaction said at once: an import of people asks once.
      handleAll: (ctx) => askAllDuties(ctx),
    }),
  ),
];

async function beginOf(ctx: Context, id: string): Promise<Date | null> {
  const row = await on<KnowledgeTables>(ctx)
    .selectFrom('announcements')
    .select('from_at')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.from_at ?? null;
}
