// What service tasks of diagrams may ask of processes themselves: tell a unit or a person, and say something in the comments.
import { z } from 'zod';
import { tell } from '#modules/notifications/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { ProcessTask } from '#platform/process-task.ts';
import { writeComment } from '../tasks/comment-task.ts';
import { processErrors } from '../errors.ts';
import { findUnits } from '../tasks/find-unit.ts';
import type { ProcessTables } from '../tables.ts';
import { titleOf } from '../tasks/task-rows.ts';

const sendNotice = {
  topic: 'notice.send',
  /** `unit` as a lane is written on, or `personId`; `title` is what they read. */
  input: z.union([
    z.object({ unit: z.string().min(1).max(200), title: z.string().trim().min(1).max(200) }),
    z.object({ personId: z.uuid(), title: z.string().trim().min(1).max(200) }),
  ]),
  async handle(ctx, { input, instanceId }) {
    const told = await tell(ctx, {
      personIds: 'personId' in input ? [input.personId] : await peopleOf(ctx, input.unit),
      type: 'process.notice-sent',
      subjectType: 'process-instance',
      subjectId: instanceId,
      data: { title: await titleOf(ctx, input.title), modelId: await modelOf(ctx, instanceId) },
    });
    return { variables: { told } };
  },
} satisfies ProcessTask<{ unit: string; title: string } | { personId: string; title: string }>;

async function modelOf(ctx: Context, instanceId: string): Promise<string> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_instances')
    .select('model_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return row.model_id;
}

/** Those who hold a position in the unit itself. */
async function peopleOf(ctx: Context, unit: string): Promise<string[]> {
  const unitId = (await findUnits(ctx, [unit])).get(unit);
  if (!unitId) throw processErrors.notFound({ unit });
  const rows = await on<OrganisationViews>(ctx)
    .selectFrom('position_briefs')
    .select('person_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('unit_id', '=', unitId)
    .where('person_id', 'is not', null)
    .execute();
  return rows.map(({ person_id }) => person_id!);
}

const appendComment = {
  topic: 'comment.append',
  input: z.object({ text: z.string().trim().min(1).max(20_000) }),
  async handle(ctx, { input, instanceId }) {
    await writeComment(ctx, { instance_id: instanceId }, input.text, []);
    return { variables: {} };
  },
} satisfies ProcessTask<{ text: string }>;

// oxlint-disable-next-line typescript/no-explicit-any -- each checks its own input
export const processTasks: readonly ProcessTask<any>[] = [sendNotice, appendComment];
