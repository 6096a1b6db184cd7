// For tests: texts, drafts, and documents in any state, by the verbs that people use.
import type { z } from 'zod';
import { DraftInput, type Concern, type VersionText } from '#contract/knowledge.ts';
import type { BuiltOrganisation, BuiltPerson } from '#modules/organisation/factory.ts';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { askReview } from './ask-review.ts';
import { setConcerns } from './concerns.ts';
import { createDocument, type NewDocument } from './create-document.ts';
import { approveVersion } from './decide-review.ts';
import { openVersion } from './document.ts';
import { saveDraft } from './save-draft.ts';

/** A paragraph for each line. */
export function richText(...lines: readonly string[]): RichText {
  return {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })),
  };
}

export function versionText(given: Partial<VersionText> & { text?: string } = {}): VersionText {
  const { text = 'Ask for the number of the case first.', ...rest } = given;
  return { language: 'en', title: 'How to answer', summary: '', body: richText(text), steps: [], ...rest };
}

/** One question; the first choice is right. */
export function controlQuestion(text = 'Who decides?') {
  const [right, wrong] = [newId(), newId()];
  return {
    id: newId(),
    text: { en: text },
    choices: [
      { id: right, text: { en: 'The head' }, right: true },
      { id: wrong, text: { en: 'Nobody' }, right: false },
    ],
    readAgain: { en: 'Chapter 2' },
  };
}

export type DraftWish = Partial<z.input<typeof DraftInput>>;

/** Saves the open draft with what is wished and nothing special otherwise. */
export async function fillDraft(ctx: Context, id: string, wish: DraftWish = {}): Promise<number> {
  const draft = await openVersion(ctx, id);
  await saveDraft(ctx, {
    id,
    ...DraftInput.parse({
      texts: [versionText()],
      audience: 'staff',
      editorial: false,
      changeNote: null,
      validFrom: null,
      demandsReceipt: false,
      receiptDays: 14,
      questions: [],
      revision: draft!.revision,
      ...wish,
    }),
  });
  return draft!.number;
}

export const newDocument = (wish: Partial<NewDocument> = {}): NewDocument => ({
  kind: 'procedure',
  audience: 'staff',
  language: 'en',
  title: 'How to answer',
  topicId: null,
  code: null,
  ...wish,
});

/** Written by the author, asked for, and approved by the administrator: in force unless its day is later. */
export async function buildInForce(
  org: BuiltOrganisation,
  author: BuiltPerson,
  wish: DraftWish & { document?: Partial<NewDocument>; concerns?: Concern[] } = {},
): Promise<string> {
  const { document, concerns, ...draft } = wish;
  const { id } = await org.run((ctx) => createDocument(ctx, newDocument(document)), author.actor);
  if (concerns) await org.run((ctx) => setConcerns(ctx, { id, concerns }), author.actor);
  await approveDraft(org, author, id, { audience: document?.audience ?? 'staff', ...draft });
  return id;
}

/** Fills the open draft, asks the administrator, who approves. */
export async function approveDraft(
  org: BuiltOrganisation,
  author: BuiltPerson,
  id: string,
  draft: DraftWish = {},
): Promise<void> {
  const version = await org.run((ctx) => fillDraft(ctx, id, draft), author.actor);
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [org.administrator.personId] }), author.actor);
  await org.run((ctx) => approveVersion(ctx, { id, version, editorialConfirmed: true }));
}
