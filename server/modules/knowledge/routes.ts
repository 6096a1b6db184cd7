// Routes of documents: topics, versions, reviews, search, questions, feedback.
import { implement } from '@orpc/server';
import { knowledgeContract } from '#contract/knowledge.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { askReview, withdrawReview } from './ask-review.ts';
import { beginDraft } from './begin-draft.ts';
import { compareVersions } from './compare-versions.ts';
import { setConcerns } from './concerns.ts';
import { createDocument } from './create-document.ts';
import { approveVersion, sendBack } from './decide-review.ts';
import { discardDraft } from './discard-draft.ts';
import { giveFeedback, readFeedback } from './feedback.ts';
import { fileDocument, recordCheck } from './file-document.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { answerQuestion, askQuestion, listQuestions } from './questions.ts';
import { readDocument } from './read-document.ts';
import { recallVersion } from './recall-version.ts';
import { retireDocument } from './retire-document.ts';
import { saveDraft } from './save-draft.ts';
import { searchKnowledge, suggestFor } from './search.ts';
import { stepSheetsFor } from './step-sheets.ts';
import { createTopic, listTopics, moveTopic, removeTopic, updateTopic } from './topics.ts';
import { readVersion } from './versions.ts';

const os = implement(knowledgeContract).$context<RequestContext>();

/** Does it, and answers nothing. */
const done = async (work: Promise<unknown>): Promise<Record<string, never>> => {
  await work;
  return {};
};

export const knowledgeRoutes = os.router({
  listTopics: os.listTopics.handler(({ context }) =>
    context.asStaff('knowledge.read', async (ctx) => ({ items: await listTopics(ctx) })),
  ),
  createTopic: os.createTopic.handler(({ context, input }) =>
    context.asStaff('knowledge.manage', (ctx) => createTopic(ctx, input)),
  ),
  updateTopic: os.updateTopic.handler(({ context, input }) =>
    context.asStaff('knowledge.manage', (ctx) => done(updateTopic(ctx, input))),
  ),
  moveTopic: os.moveTopic.handler(({ context, input }) =>
    context.asStaff('knowledge.manage', (ctx) => done(moveTopic(ctx, input))),
  ),
  removeTopic: os.removeTopic.handler(({ context, input }) =>
    context.asStaff('knowledge.manage', (ctx) => done(removeTopic(ctx, input.id))),
  ),

  listDocuments: os.listDocuments.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listDocuments(ctx, input)),
  ),
  createDocument: os.createDocument.handler(({ context, input }) =>
    context.asStaff('knowledge.write', (ctx) => createDocument(ctx, input)),
  ),
  getDocument: os.getDocument.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => getDocument(ctx, input.id)),
  ),
  readDocument: os.readDocument.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => readDocument(ctx, input.id, input.language)),
  ),
  getVersion: os.getVersion.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => readVersion(ctx, input.id, input.version)),
  ),
  compareVersions: os.compareVersions.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => compareVersions(ctx, input)),
  ),
  beginDraft: os.beginDraft.handler(({ context, input }) =>
    context.asStaff('knowledge.write', async (ctx) => readVersion(ctx, input.id, await beginDraft(ctx, input.id))),
  ),
  saveDraft: os.saveDraft.handler(({ context, input }) =>
    context.asStaff('knowledge.write', (ctx) => saveDraft(ctx, input)),
  ),
  discardDraft: os.discardDraft.handler(({ context, input }) =>
    context.asStaff('knowledge.write', (ctx) => done(discardDraft(ctx, input.id))),
  ),
  askReview: os.askReview.handler(({ context, input }) =>
    context.asStaff('knowledge.write', async (ctx) => readVersion(ctx, input.id, await askReview(ctx, input))),
  ),
  withdrawReview: os.withdrawReview.handler(({ context, input }) =>
    context.asStaff('knowledge.write', async (ctx) => readVersion(ctx, input.id, await withdrawReview(ctx, input.id))),
  ),
  approve: os.approve.handler(({ context, input }) =>
    context.asStaff('knowledge.approve', async (ctx) => {
      await approveVersion(ctx, input);
      return readVersion(ctx, input.id, input.version);
    }),
  ),
  sendBack: os.sendBack.handler(({ context, input }) =>
    context.asStaff('knowledge.approve', async (ctx) => {
      await sendBack(ctx, input);
      return readVersion(ctx, input.id, input.version);
    }),
  ),
  recall: os.recall.handler(({ context, input }) =>
    context.asStaff('knowledge.approve', async (ctx) => readVersion(ctx, input.id, await recallVersion(ctx, input))),
  ),
  // Owners too, who need no further permission: the verbs ask.
  retire: os.retire.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => done(retireDocument(ctx, input))),
  ),
  fileDocument: os.fileDocument.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => done(fileDocument(ctx, input))),
  ),
  setConcerns: os.setConcerns.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => done(setConcerns(ctx, input))),
  ),
  recordCheck: os.recordCheck.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => done(recordCheck(ctx, input))),
  ),

  search: os.search.handler(({ context, input }) =>
    context.asStaff('knowledge.read', async (ctx) => ({ items: await searchKnowledge(ctx, input) })),
  ),
  suggest: os.suggest.handler(({ context, input }) =>
    context.asStaff('knowledge.read', async (ctx) => ({ items: await suggestFor(ctx, input) })),
  ),
  stepSheets: os.stepSheets.handler(({ context, input }) =>
    context.asStaff('knowledge.read', async (ctx) => ({ items: await stepSheetsFor(ctx, input) })),
  ),

  listQuestions: os.listQuestions.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listQuestions(ctx, input)),
  ),
  askQuestion: os.askQuestion.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => askQuestion(ctx, input)),
  ),
  answerQuestion: os.answerQuestion.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => answerQuestion(ctx, input)),
  ),
  giveFeedback: os.giveFeedback.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => done(giveFeedback(ctx, input))),
  ),
  feedback: os.feedback.handler(({ context, input }) =>
    context.asStaff('knowledge.write', (ctx) => readFeedback(ctx, input)),
  ),
});
