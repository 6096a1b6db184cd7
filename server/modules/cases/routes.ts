// Routes of cases for staff and programs: parse, authorize, one call, answer.
import { implement } from '@orpc/server';
import { casesContract, type CaseView } from '#contract/cases.ts';
import type { RequestContext } from '#platform/http/request.ts';
import type { Context } from '#platform/context.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { addNote } from './add-note.ts';
import { assessCase } from './assess-case.ts';
import { assignCase } from './assign-case.ts';
import { caseFigures } from './case-figures.ts';
import { casePromises } from './case-promises.ts';
import { caseTimeline } from './case-timeline.ts';
import { claimResolution } from './claim-resolution.ts';
import { classifyCase } from './classify-case.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { countCases } from './count-cases.ts';
import { fillForm } from './fill-form.ts';
import { fillReply } from './fill-reply.ts';
import { caseForms } from './form-answers.ts';
import { getCase } from './get-case.ts';
import { indexNewWords } from './index-new-words.ts';
import { listCases } from './list-cases.ts';
import { markStep } from './mark-step.ts';
import { beginProcess } from './processes/begin-process.ts';
import { listCategoryProcesses, removeCategoryProcess, setCategoryProcess } from './processes/category-processes.ts';
import { processesOfCase } from './processes/processes-of-case.ts';
import { recordMessage } from './record-message.ts';
import { registerCase } from './register-case.ts';
import { reopenCaseByStaff } from './reopen-case.ts';
import { reportDispute, reportOutcome } from './report-outcome.ts';
import { sendMessage } from './send-message.ts';
import { readCaseSettings, updateCaseSettings } from './settings.ts';
import { stepSheetsOfCase } from './step-sheets-of-case.ts';
import { endWait, waitWithCase } from './wait.ts';

const os = implement(casesContract).$context<RequestContext>();

/** Changes a case and answers with how it stands now. */
function changed<T extends { id: string }>(verb: (ctx: Context, input: T) => Promise<void>, input: T) {
  return async (ctx: Context): Promise<CaseView> => {
    await verb(ctx, input);
    return getCase(ctx, input.id);
  };
}

export const caseRoutes = os.router({
  list: os.list.handler(({ context, input }) => context.asStaff('case.read', (ctx) => listCases(ctx, input))),
  counts: os.counts.handler(({ context }) => context.asStaff('case.read', countCases)),
  register: os.register.handler(async ({ context, input }) => {
    const registered = await context.asStaff('case.register', (ctx) => registerCase(ctx, input));
    indexNewWords(context.platform);
    return registered;
  }),
  get: os.get.handler(({ context, input }) => context.asStaff('case.read', (ctx) => getCase(ctx, input.id))),
  timeline: os.timeline.handler(({ context, input }) =>
    context.asStaff('case.read', (ctx) => caseTimeline(ctx, input)),
  ),
  classify: os.classify.handler(({ context, input }) => context.asStaff('case.classify', changed(classifyCase, input))),
  assign: os.assign.handler(({ context, input }) => context.asStaff('case.assign', changed(assignCase, input))),
  promises: os.promises.handler(({ context, input }) =>
    context.asStaff('case.read', (ctx) => casePromises(ctx, input.id)),
  ),
  forms: os.forms.handler(({ context, input }) => context.asStaff('case.read', (ctx) => caseForms(ctx, input.id))),
  fillForm: os.fillForm.handler(({ context, input }) =>
    context.asStaff('case.classify', async (ctx) => {
      await fillForm(ctx, input);
      return caseForms(ctx, input.id);
    }),
  ),
  fillReply: os.fillReply.handler(({ context, input }) =>
    context.asStaff('case.message', (ctx) => fillReply(ctx, input)),
  ),
  acknowledge: os.acknowledge.handler(({ context, input }) =>
    context.asStaff('case.message', changed(acknowledgeCase, input)),
  ),
  assess: os.assess.handler(({ context, input }) => context.asStaff('case.classify', changed(assessCase, input))),
  stepSheets: os.stepSheets.handler(({ context, input }) =>
    context.asStaff('case.read', (ctx) => stepSheetsOfCase(ctx, input)),
  ),
  markStep: os.markStep.handler(({ context, input }) =>
    context.asStaff('case.note', async (ctx) => {
      await markStep(ctx, input);
      return {};
    }),
  ),
  categoryProcesses: os.categoryProcesses.handler(({ context }) =>
    context.asStaff('catalogue.read', listCategoryProcesses),
  ),
  setCategoryProcess: os.setCategoryProcess.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => setCategoryProcess(ctx, input)),
  ),
  removeCategoryProcess: os.removeCategoryProcess.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', async (ctx) => {
      await removeCategoryProcess(ctx, input);
      return {};
    }),
  ),
  processes: os.processes.handler(({ context, input }) =>
    context.asStaff('case.read', (ctx) => processesOfCase(ctx, input.id)),
  ),
  beginProcess: os.beginProcess.handler(({ context, input }) =>
    context.asStaff('process.start', (ctx) => beginProcess(ctx, input)),
  ),
  sendMessage: os.sendMessage.handler(({ context, input }) =>
    context.asStaff('case.message', changed(sendMessage, input)),
  ),
  recordMessage: os.recordMessage.handler(({ context, input }) =>
    context.asStaff('case.message', changed(recordMessage, input)),
  ),
  addNote: os.addNote.handler(({ context, input }) => context.asStaff('case.note', changed(addNote, input))),
  claimResolution: os.claimResolution.handler(({ context, input }) =>
    context.asStaff('case.claim', changed(claimResolution, input)),
  ),
  reportOutcome: os.reportOutcome.handler(({ context, input }) =>
    context.asStaff('case.report', changed(reportOutcome, input)),
  ),
  reportDispute: os.reportDispute.handler(({ context, input }) =>
    context.asStaff('case.report', changed(reportDispute, input)),
  ),
  closeByAuthority: os.closeByAuthority.handler(({ context, input }) =>
    context.asStaff('case.close-by-authority', changed(closeByAuthority, input)),
  ),
  reopen: os.reopen.handler(({ context, input }) => context.asStaff('case.reopen', changed(reopenCaseByStaff, input))),
  wait: os.wait.handler(({ context, input }) => context.asStaff('case.wait', changed(waitWithCase, input))),
  endWait: os.endWait.handler(({ context, input }) => context.asStaff('case.wait', changed(endWait, input))),
  figures: os.figures.handler(({ context, input }) =>
    context.asStaff('case.read-figures', (ctx) => caseFigures(ctx, input)),
  ),
  getSettings: os.getSettings.handler(({ context }) => context.asStaff('case.read', readCaseSettings)),
  updateSettings: os.updateSettings.handler(({ context, input }) =>
    context.asStaff('case.manage-settings', (ctx) => updateCaseSettings(ctx, input)),
  ),
});
