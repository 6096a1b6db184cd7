// Routes of the segments module.
import { implement } from '@orpc/server';
import { segmentsContract } from '#contract/segments.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { askPublication } from './ask-publication.ts';
import { countMatching } from './count-matching.ts';
import { createDraft } from './create-draft.ts';
import { customerSegment } from './customer-segment.ts';
import { approveProposal, declineProposal } from './decide-proposal.ts';
import { discardDraft } from './discard-draft.ts';
import { askRecomputation } from './jobs.ts';
import { listMembers } from './list-members.ts';
import { listProposals, readProposal } from './list-proposals.ts';
import { moveNode } from './move-node.ts';
import { addPersona, listPersonas, removePersona, updatePersona } from './personas.ts';
import { pinMember, unpinMember } from './pin-member.ts';
import { previewDraft } from './preview-draft.ts';
import { readTree } from './read-tree.ts';
import { removeNode } from './remove-node.ts';
import { listRuleFields } from './rule-fields.ts';
import { addNode, updateNode } from './save-node.ts';
import { readSegmentSettings, updateSegmentSettings } from './settings.ts';
import { listVersions } from './versions.ts';

const os = implement(segmentsContract).$context<RequestContext>();
const nothing = {};

export const routes = os.router({
  tree: os.tree.handler(({ context, input }) => context.asStaff('segment.read', (ctx) => readTree(ctx, input.version))),
  versions: os.versions.handler(({ context, input }) =>
    context.asStaff('segment.read', (ctx) => listVersions(ctx, input)),
  ),
  fields: os.fields.handler(({ context }) => context.asStaff('segment.read', listRuleFields)),
  count: os.count.handler(({ context, input }) =>
    context.asStaff('segment.manage', (ctx) => countMatching(ctx, input)),
  ),
  createDraft: os.createDraft.handler(({ context }) =>
    context.asStaff('segment.manage', async (ctx) => readTree(ctx, await createDraft(ctx))),
  ),
  discardDraft: os.discardDraft.handler(({ context }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await discardDraft(ctx);
      return nothing;
    }),
  ),
  addNode: os.addNode.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => ({ id: await addNode(ctx, input) })),
  ),
  updateNode: os.updateNode.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await updateNode(ctx, input);
      return nothing;
    }),
  ),
  moveNode: os.moveNode.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await moveNode(ctx, input);
      return nothing;
    }),
  ),
  removeNode: os.removeNode.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await removeNode(ctx, input.id);
      return nothing;
    }),
  ),
  preview: os.preview.handler(({ context }) => context.asStaff('segment.manage', previewDraft)),
  publish: os.publish.handler(({ context, input }) =>
    context.asStaff('segment.publish', async (ctx) => readTree(ctx, await askPublication(ctx, input))),
  ),
  members: os.members.handler(({ context, input }) =>
    context.asStaff('customer.read', (ctx) => listMembers(ctx, input)),
  ),
  recompute: os.recompute.handler(({ context }) =>
    context.asStaff('segment.manage', async (ctx) => {
      askRecomputation(ctx);
      return nothing;
    }),
  ),
  customerSegment: os.customerSegment.handler(({ context, input }) =>
    context.asStaff('customer.read', (ctx) => customerSegment(ctx, input.customerId)),
  ),
  pin: os.pin.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await pinMember(ctx, input);
      return customerSegment(ctx, input.customerId);
    }),
  ),
  unpin: os.unpin.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await unpinMember(ctx, input.customerId);
      return customerSegment(ctx, input.customerId);
    }),
  ),
  proposals: os.proposals.handler(({ context, input }) =>
    context.asStaff('segment.read', (ctx) => listProposals(ctx, input)),
  ),
  approve: os.approve.handler(({ context, input }) =>
    context.asStaff('segment.decide', async (ctx) => {
      await approveProposal(ctx, input.id);
      return readProposal(ctx, input.id);
    }),
  ),
  decline: os.decline.handler(({ context, input }) =>
    context.asStaff('segment.decide', async (ctx) => {
      await declineProposal(ctx, input);
      return readProposal(ctx, input.id);
    }),
  ),
  personas: os.personas.handler(({ context, input }) =>
    context.asStaff('segment.read', (ctx) => listPersonas(ctx, input.segmentId)),
  ),
  addPersona: os.addPersona.handler(({ context, input }) =>
    context.asStaff('segment.manage', (ctx) => addPersona(ctx, input)),
  ),
  updatePersona: os.updatePersona.handler(({ context, input }) =>
    context.asStaff('segment.manage', (ctx) => updatePersona(ctx, input)),
  ),
  removePersona: os.removePersona.handler(({ context, input }) =>
    context.asStaff('segment.manage', async (ctx) => {
      await removePersona(ctx, input.id);
      return nothing;
    }),
  ),
  getSettings: os.getSettings.handler(({ context }) => context.asStaff('segment.read', readSegmentSettings)),
  updateSettings: os.updateSettings.handler(({ context, input }) =>
    context.asStaff('segment.manage-settings', (ctx) => updateSegmentSettings(ctx, input)),
  ),
});
