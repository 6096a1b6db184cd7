// Routes of models of processes: catalogue, drafts, proposals, versions.
import { implement } from '@orpc/server';
import { processesContract } from '#contract/processes.ts';
import { may, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { changeModel } from './models/change-model.ts';
import { checkDiagram } from './models/check-diagram.ts';
import { compareVersions } from './models/compare-versions.ts';
import { countElements } from './instances/count-elements.ts';
import { createModel } from './models/create-model.ts';
import { approveProposal, sendBackProposal, withdrawProposal } from './models/decide-proposal.ts';
import { discardModel } from './models/discard-model.ts';
import { getDraft } from './models/drafts.ts';
import { listModels } from './models/list-models.ts';
import { getModel, isOwner, requireModel } from './models/models.ts';
import { proposeVersion } from './models/propose-version.ts';
import { publishVersion } from './models/publish-version.ts';
import { resetDraft } from './models/reset-draft.ts';
import { retireModel } from './models/retire-model.ts';
import { saveDraft } from './models/save-draft.ts';
import { getVersion, listVersions } from './models/versions.ts';

const os = implement(processesContract).$context<RequestContext>();

/** Whoever models, or owns this process. */
async function requireModeller(ctx: Context, id: string): Promise<void> {
  if (may(ctx.actor, 'process.model') || isOwner(ctx, await requireModel(ctx, id))) return;
  throw commonErrors.forbidden({ permission: 'process.model' });
}

const modelling =
  <Input extends { id: string }, T>(verb: (ctx: Context, input: Input) => Promise<T>) =>
  ({ context, input }: { context: RequestContext; input: Input }): Promise<T> =>
    context.asStaff('process.view', async (ctx) => {
      await requireModeller(ctx, input.id);
      return verb(ctx, input);
    });

export const routes = os.router({
  listModels: os.listModels.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => listModels(ctx, input)),
  ),
  createModel: os.createModel.handler(({ context, input }) =>
    context.asStaff('process.model', (ctx) => createModel(ctx, input)),
  ),
  getModel: os.getModel.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => getModel(ctx, input.id)),
  ),
  changeModel: os.changeModel.handler(modelling(changeModel)),
  retireModel: os.retireModel.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => retireModel(ctx, input)),
  ),
  discardModel: os.discardModel.handler(({ context, input }) =>
    context.asStaff('process.view', async (ctx) => {
      await discardModel(ctx, input.id);
      return {};
    }),
  ),
  getDraft: os.getDraft.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => getDraft(ctx, input.id)),
  ),
  saveDraft: os.saveDraft.handler(modelling((ctx, input) => saveDraft(ctx, input))),
  importDiagram: os.importDiagram.handler(modelling((ctx, input) => saveDraft(ctx, input, 'imported'))),
  checkDiagram: os.checkDiagram.handler(
    modelling(async (ctx, { xml }) => ({ faults: (await checkDiagram(ctx, xml)).faults })),
  ),
  resetDraft: os.resetDraft.handler(modelling(resetDraft)),
  propose: os.propose.handler(modelling(proposeVersion)),
  approveProposal: os.approveProposal.handler(({ context, input }) =>
    context.asStaff('process.publish', (ctx) => approveProposal(ctx, input)),
  ),
  sendBackProposal: os.sendBackProposal.handler(({ context, input }) =>
    context.asStaff('process.publish', (ctx) => sendBackProposal(ctx, input)),
  ),
  withdrawProposal: os.withdrawProposal.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => withdrawProposal(ctx, input.id)),
  ),
  publish: os.publish.handler(({ context, input }) =>
    context.asStaff('process.publish', (ctx) => publishVersion(ctx, input)),
  ),
  listVersions: os.listVersions.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => listVersions(ctx, input)),
  ),
  getVersion: os.getVersion.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => getVersion(ctx, input)),
  ),
  compareVersions: os.compareVersions.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => compareVersions(ctx, input)),
  ),
  countElements: os.countElements.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => countElements(ctx, input)),
  ),
});
