// What service tasks of diagrams may ask of the case that a process is about: move it, raise it, note something, write to the customer.
import { z } from 'zod';
import { Priority } from '#contract/case-facts.ts';
import { Prose } from '#contract/common.ts';
import { findUnits } from '#modules/processes/index.ts';
import type { Context } from '#platform/context.ts';
import type { ProcessTask } from '#platform/process-task.ts';
import { addNote } from '../add-note.ts';
import { assignCase } from '../assign-case.ts';
import { classifyCase } from '../classify-case.ts';
import { caseErrors } from '../errors.ts';
import { sendMessage } from '../send-message.ts';

type Asked = { subject: { type: string; id: string } | null };

/** A process that is about no case, or a case that has ended, is an incident of the step: a person decides. */
function caseOf({ subject }: Asked): string {
  if (subject?.type !== 'case') throw caseErrors.notFound({});
  return subject.id;
}

const none = { variables: {} };

const assign = {
  topic: 'case.assign',
  /** `unit` as a lane is written on; whoever has the case there is for the unit to say. */
  input: z.object({ unit: z.string().min(1).max(200) }),
  async handle(ctx: Context, { input, ...asked }) {
    const unitId = (await findUnits(ctx, [input.unit])).get(input.unit);
    if (!unitId) throw caseErrors.unitUnknown({ unit: input.unit });
    await assignCase(ctx, { id: caseOf(asked), unitId, personId: null });
    return none;
  },
} satisfies ProcessTask<{ unit: string }>;

const setPriority = {
  topic: 'case.set-priority',
  input: z.object({ priority: Priority }),
  async handle(ctx: Context, { input, ...asked }) {
    await classifyCase(ctx, { id: caseOf(asked), priority: input.priority });
    return none;
  },
} satisfies ProcessTask<{ priority: z.infer<typeof Priority> }>;

const note = {
  topic: 'case.add-note',
  input: z.object({ text: Prose }),
  async handle(ctx: Context, { input, ...asked }) {
    await addNote(ctx, { id: caseOf(asked), text: input.text, attachmentIds: [] });
    return none;
  },
} satisfies ProcessTask<{ text: string }>;

/** An interim answer, never a claim: that a matter is resolved only a person may say. */
const write = {
  topic: 'case.write-to-customer',
  input: z.object({ text: Prose }),
  async handle(ctx: Context, { input, ...asked }) {
    await sendMessage(ctx, { id: caseOf(asked), text: input.text, attachmentIds: [] });
    return none;
  },
} satisfies ProcessTask<{ text: string }>;

// oxlint-disable-next-line typescript/no-explicit-any -- each checks its own input
export const caseTopics: readonly ProcessTask<any>[] = [assign, setPriority, note, write];
