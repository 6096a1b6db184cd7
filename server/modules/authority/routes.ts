// Routes of the authority module.
import { implement } from '@orpc/server';
import { authorityContract } from '#contract/authority.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { actionViews } from './action.ts';
import { answerFinding } from './answer-finding.ts';
import { changeAction } from './change-action.ts';
import { createAction } from './create-action.ts';
import { createRule } from './create-rule.ts';
import { delegateAuthority } from './delegate-authority.ts';
import { endRule } from './end-rule.ts';
import { findingFigures } from './finding-figures.ts';
import { listDecisions } from './list-decisions.ts';
import { listDelegations } from './list-delegations.ts';
import { listFindings } from './list-findings.ts';
import { listRules } from './list-rules.ts';
import { lookAtFinding } from './look-at-finding.ts';
import { mayDecide } from './may-decide.ts';
import { ownAuthority } from './own-authority.ts';
import { matter, recordDecision } from './record-decision.ts';
import { retireAction } from './retire-action.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { readAuthoritySettings, updateAuthoritySettings } from './settings.ts';

const os = implement(authorityContract).$context<RequestContext>();

export const routes = os.router({
  listActions: os.listActions.handler(({ context, input }) =>
    context.asStaff('authority.read', async (ctx) => ({ items: await actionViews(ctx, input) })),
  ),
  createAction: os.createAction.handler(({ context, input }) =>
    context.asStaff('authority.manage', (ctx) => createAction(ctx, input)),
  ),
  changeAction: os.changeAction.handler(({ context, input }) =>
    context.asStaff('authority.manage', (ctx) => changeAction(ctx, input)),
  ),
  retireAction: os.retireAction.handler(({ context, input }) =>
    context.asStaff('authority.manage', async (ctx) => {
      await retireAction(ctx, input.id);
      return {};
    }),
  ),
  listRules: os.listRules.handler(({ context, input }) =>
    context.asStaff('authority.read', (ctx) => listRules(ctx, input)),
  ),
  createRule: os.createRule.handler(({ context, input }) =>
    context.asStaff('authority.manage', (ctx) => createRule(ctx, input)),
  ),
  endRule: os.endRule.handler(({ context, input }) =>
    context.asStaff('authority.manage', async (ctx) => {
      await endRule(ctx, input.id);
      return {};
    }),
  ),
  test: os.test.handler(({ context, input: { reference, ...question } }) =>
    context.asStaff('authority.read', (ctx) =>
      mayDecide(ctx, { ...question, subject: reference === null ? null : matter(reference) }),
    ),
  ),
  decide: os.decide.handler(({ context, input }) =>
    context.asStaff('authority.decide', (ctx) => recordDecision(ctx, input)),
  ),
  listDecisions: os.listDecisions.handler(({ context, input }) =>
    context.asStaff('authority.read', (ctx) => listDecisions(ctx, input)),
  ),
  own: os.own.handler(({ context }) => context.asStaff('authority.delegate', ownAuthority)),
  listDelegations: os.listDelegations.handler(({ context, input }) =>
    context.asStaff('authority.read', (ctx) => listDelegations(ctx, input)),
  ),
  delegate: os.delegate.handler(({ context, input }) =>
    context.asStaff('authority.delegate', (ctx) => delegateAuthority(ctx, input)),
  ),
  revoke: os.revoke.handler(({ context, input }) =>
    context.asStaff('authority.delegate', async (ctx) => {
      await revokeDelegation(ctx, input.id);
      return {};
    }),
  ),
  figures: os.figures.handler(({ context, input }) =>
    context.asStaff('authority.read-figures', (ctx) => findingFigures(ctx, input)),
  ),
  listFindings: os.listFindings.handler(({ context, input }) =>
    context.asStaff('authority.read-findings', (ctx) => listFindings(ctx, input)),
  ),
  look: os.look.handler(({ context, input }) =>
    context.asStaff('authority.read-findings', (ctx) => lookAtFinding(ctx, input.id)),
  ),
  answer: os.answer.handler(({ context, input }) =>
    context.asStaff('authority.read-findings', (ctx) => answerFinding(ctx, input)),
  ),
  getSettings: os.getSettings.handler(({ context }) => context.asStaff('authority.read', readAuthoritySettings)),
  updateSettings: os.updateSettings.handler(({ context, input }) =>
    context.asStaff('authority.manage', (ctx) => updateAuthoritySettings(ctx, input)),
  ),
});
