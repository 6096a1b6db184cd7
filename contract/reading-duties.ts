// What the API says about what staff must have read: read-and-understood receipts, by whom they are missing.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, IdParam, Instant, LocaleText, PageQuery, PersonRef, pageOf } from './common.ts';
import { OwnReceipt } from './knowledge.ts';

export const ReceiptState = z.enum(['open', 'overdue', 'read']);

/** Whose receipt is missing or given. Sorted by due date and name; nobody is counted against another. */
export const ReceiptOfPerson = z.object({
  person: PersonRef,
  unitName: LocaleText.nullable(),
  version: z.int(),
  askedAt: Instant,
  dueAt: Instant,
  readAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
});
export type ReceiptOfPerson = z.infer<typeof ReceiptOfPerson>;

export const ReceiptAnswer = z.discriminatedUnion('read', [
  z.object({ read: z.literal(true), readAt: Instant }),
  /** Not read yet: these answers were wrong, and this is what to read again. */
  z.object({
    read: z.literal(false),
    wrong: z.array(z.object({ questionId: Id, readAgain: LocaleText.nullable() })),
  }),
]);
export type ReceiptAnswer = z.infer<typeof ReceiptAnswer>;

const receipts = oc.route({ tags: ['receipts'] });
const document = '/knowledge/documents/{id}';

/** Own receipts: all staff. Of a document: its owner, `knowledge.manage`, and heads of units for the people of their units. */
export const receiptsContract = {
  /** Open ones by due date; given ones the newest first. */
  mine: receipts
    .route({ method: 'GET', path: '/receipts/mine', summary: 'What I must have read' })
    .input(PageQuery.extend({ state: z.enum(['open', 'read']).default('open') }))
    .output(pageOf(OwnReceipt)),
  /** A wrong answer is no refusal: it says what to read again, and may be tried again. */
  give: receipts
    .route({ method: 'POST', path: `${document}/receipt`, successStatus: 201, summary: 'Read and understood' })
    .input(
      IdParam.extend({
        version: z.int(),
        answers: z.array(z.object({ questionId: Id, choiceId: Id })).max(10),
      }),
    )
    .output(ReceiptAnswer),
  ofDocument: receipts
    .route({ method: 'GET', path: `${document}/receipts`, summary: 'Who has read the version in force, and who not' })
    .input(PageQuery.extend({ id: Id, state: ReceiptState.optional() }))
    .output(
      pageOf(ReceiptOfPerson).extend({
        version: z.int().nullable(),
        /** Of those whom the reader may see. */
        concerned: z.int(),
        read: z.int(),
        overdue: z.int(),
      }),
    ),
  /** For heads of units: open receipts of the people in their units, by due date. */
  ofMyPeople: receipts
    .route({ method: 'GET', path: '/receipts/my-people', summary: 'What my people have still to read' })
    .input(PageQuery)
    .output(pageOf(OwnReceipt.extend({ person: PersonRef }))),
  /** Owner or `knowledge.manage`; once a day and document. */
  remind: receipts
    .route({ method: 'POST', path: `${document}/receipts/reminders`, successStatus: 201, summary: 'Remind now' })
    .input(IdParam)
    .output(z.object({ reminded: z.int() })),
};
