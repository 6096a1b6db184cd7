// Routes of the organisation: prove the permission, call the verb.
import { implement } from '@orpc/server';
import { organisationContract } from '#contract/organisation.ts';
import { commonErrors } from '#platform/errors.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { createApiKey } from './create-api-key.ts';
import { createPosition } from './create-position.ts';
import { createUnit } from './create-unit.ts';
import { forgetOrganisations } from './directory.ts';
import { holdPosition } from './hold-position.ts';
import { invite } from './invite.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listInvitations } from './list-invitations.ts';
import { listPeople } from './list-people.ts';
import { listPositions } from './list-positions.ts';
import { listSignIns } from './list-sign-ins.ts';
import { listUnits } from './list-units.ts';
import { makePasswordLink } from './make-password-link.ts';
import { readInvitation } from './read-invitation.ts';
import { readOrganisation } from './read-organisation.ts';
import { readPasswordLink } from './read-password-link.ts';
import { readSession } from './read-session.ts';
import { removePosition } from './remove-position.ts';
import { removeUnit } from './remove-unit.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { setPassword } from './set-password.ts';
import { setUp } from './set-up.ts';
import { isSetUp } from './setup-link.ts';
import { updateMe } from './update-me.ts';
import { updatePerson } from './update-person.ts';
import { updatePosition } from './update-position.ts';
import { updateSettings } from './update-settings.ts';
import { updateUnit } from './update-unit.ts';

const os = implement(organisationContract).$context<RequestContext>();

export const routes = os.router({
  setupStatus: os.setupStatus.handler(async ({ context }) => ({
    needed: !(await isSetUp(context.platform)),
    singleSignOn: context.platform.config.oidc !== undefined,
  })),
  setUp: os.setUp.handler(({ context, input }) => setUp(context.platform, input, context.address)),
  session: os.session.handler(async ({ context }) => {
    // Asked first: sign-in has connections of its own and must not wait inside a transaction.
    const account = await context.account();
    if (!account) throw commonErrors.signInNeeded();
    return context.asStaff(null, (ctx) => readSession(ctx, account));
  }),
  getSettings: os.getSettings.handler(({ context }) => context.asStaff('settings.read', readOrganisation)),
  updateSettings: os.updateSettings.handler(async ({ context, input }) => {
    const settings = await context.asStaff('settings.manage', (ctx) => updateSettings(ctx, input));
    forgetOrganisations(context.platform.connection);
    return settings;
  }),

  listUnits: os.listUnits.handler(({ context }) => context.asStaff('unit.read', listUnits)),
  createUnit: os.createUnit.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => createUnit(ctx, input)),
  ),
  updateUnit: os.updateUnit.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => updateUnit(ctx, input)),
  ),
  removeUnit: os.removeUnit.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => removeUnit(ctx, input.id)),
  ),

  listPositions: os.listPositions.handler(({ context }) => context.asStaff('unit.read', listPositions)),
  createPosition: os.createPosition.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => createPosition(ctx, input)),
  ),
  updatePosition: os.updatePosition.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => updatePosition(ctx, input)),
  ),
  holdPosition: os.holdPosition.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => holdPosition(ctx, input)),
  ),
  removePosition: os.removePosition.handler(({ context, input }) =>
    context.asStaff('unit.manage', (ctx) => removePosition(ctx, input.id)),
  ),

  listPeople: os.listPeople.handler(({ context, input }) =>
    context.asStaff('person.read', (ctx) => listPeople(ctx, input)),
  ),
  updatePerson: os.updatePerson.handler(({ context, input }) =>
    context.asStaff('person.manage', (ctx) => updatePerson(ctx, input)),
  ),
  updateMe: os.updateMe.handler(({ context, input }) => context.asStaff(null, (ctx) => updateMe(ctx, input))),

  listInvitations: os.listInvitations.handler(({ context, input }) =>
    context.asStaff('person.manage', (ctx) => listInvitations(ctx, input)),
  ),
  invite: os.invite.handler(async ({ context, input }) => {
    const { sealedLink, ...invitation } = await context.asStaff('person.manage', (ctx) => invite(ctx, input));
    return { ...invitation, link: context.platform.secrets.decrypt(sealedLink) };
  }),
  revokeInvitation: os.revokeInvitation.handler(({ context, input }) =>
    context.asStaff('person.manage', (ctx) => revokeInvitation(ctx, input.id)),
  ),
  readInvitation: os.readInvitation.handler(({ context, input }) => readInvitation(context.platform, input.token)),
  acceptInvitation: os.acceptInvitation.handler(({ context, input }) =>
    acceptInvitation(context.platform, { ...input, address: context.address }),
  ),

  makePasswordLink: os.makePasswordLink.handler(async ({ context, input }) => {
    const { sealedLink, expiresAt } = await context.asStaff('person.manage', (ctx) => makePasswordLink(ctx, input.id));
    return { link: context.platform.secrets.decrypt(sealedLink), expiresAt };
  }),
  readPasswordLink: os.readPasswordLink.handler(({ context, input }) =>
    readPasswordLink(context.platform, input.token),
  ),
  setPassword: os.setPassword.handler(({ context, input }) => setPassword(context.platform, input)),

  listApiKeys: os.listApiKeys.handler(({ context }) => context.asStaff('api-key.manage', listApiKeys)),
  createApiKey: os.createApiKey.handler(async ({ context, input }) => {
    const { sealedSecret, ...key } = await context.asStaff('api-key.manage', (ctx) => createApiKey(ctx, input));
    return { ...key, secret: context.platform.secrets.decrypt(sealedSecret) };
  }),
  revokeApiKey: os.revokeApiKey.handler(({ context, input }) =>
    context.asStaff('api-key.manage', (ctx) => revokeApiKey(ctx, input.id)),
  ),

  listSignIns: os.listSignIns.handler(({ context, input }) =>
    context.asStaff('sign-in.read', (ctx) => listSignIns(ctx, input)),
  ),
});
