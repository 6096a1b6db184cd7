// What the API says about the organisation: set-up, session, settings, units, positions, people, invitations, API keys.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { customerWords } from '#kernel/customer-word.ts';
import {
  CalendarName,
  DigitSet,
  Email,
  Id,
  IdParam,
  Instant,
  Language,
  Line,
  LocaleText,
  Nothing,
  PageQuery,
  Weekday,
  pageOf,
} from './common.ts';

export const Role = z.enum(['administrator', 'service-manager', 'agent', 'observer']);
export type Role = z.infer<typeof Role>;

export const Country = z.enum(['SA', 'AE', 'EG', 'IR', 'other']);

/** The public word for a customer, per organisation. */
export const CustomerWord = z.enum(customerWords);

export const OrganisationSettings = z.object({
  name: LocaleText,
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
  country: Country,
  language: Language,
  calendar: CalendarName,
  digits: DigitSet,
  weekStart: Weekday,
  weekend: z.array(Weekday).max(6),
  timeZone: z.string().max(60),
  customerWord: CustomerWord,
  primaryColour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable(),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

export const Unit = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: LocaleText,
  sortOrder: z.int(),
  /** Holder of the unit's head position, if there is one. */
  headPersonId: Id.nullable(),
});
export const UnitInput = z.object({ name: LocaleText, parentId: Id.nullable(), sortOrder: z.int().optional() });

export const Position = z.object({
  id: Id,
  unitId: Id,
  title: LocaleText,
  responsibilities: z.string().max(5000).nullable(),
  isHead: z.boolean(),
  personId: Id.nullable(),
});
export const PositionInput = z.object({
  unitId: Id,
  title: LocaleText,
  responsibilities: z.string().trim().max(5000).nullable().optional(),
  isHead: z.boolean().default(false),
});

export const Person = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  language: Language.nullable(),
  roles: z.array(Role),
  active: z.boolean(),
  unitIds: z.array(Id),
});
export type Person = z.infer<typeof Person>;

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  roles: z.array(Role),
  invitedAt: Instant,
  expiresAt: Instant,
  state: z.enum(['pending', 'accepted', 'revoked', 'expired']),
});

export const ApiKeyScope = z.enum(['cases:read', 'cases:write', 'customers:read', 'customers:write']);
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(ApiKeyScope),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});

export const SignInRecord = z.object({
  id: Id,
  at: Instant,
  email: z.string(),
  personName: z.string().nullable(),
  result: z.enum(['signed-in', 'refused', 'second-factor-refused', 'signed-out']),
  address: z.string().nullable(),
  device: z.string().nullable(),
});

export const Session = z.object({
  person: Person,
  organisation: OrganisationSettings.extend({ id: Id }),
  permissions: z.array(z.string()),
  /** What a person's device should use where it differs from the organisation. */
  language: Language,
  twoFactorEnabled: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SetupInput = z.object({
  token: z.string().min(10).max(200),
  organisation: z.object({
    name: LocaleText,
    slug: OrganisationSettings.shape.slug,
    country: Country,
    language: Language,
  }),
  administrator: z.object({ name: Line, email: Email, password: z.string().min(10).max(200) }),
  /** Fill the new installation with the sample organisation instead of an empty one. */
  sample: z.boolean().default(false),
});

const tag = oc.route({ tags: ['organisation'] });

export const organisationContract = {
  setupStatus: tag
    .route({ method: 'GET', path: '/setup', summary: 'Whether it waits to be set up; whether OpenID Connect is on' })
    .input(Nothing)
    .output(z.object({ needed: z.boolean(), singleSignOn: z.boolean() })),
  setUp: tag
    .route({ method: 'POST', path: '/setup', summary: 'Create the first organisation and its administrator' })
    .input(SetupInput)
    .output(z.object({ organisationId: Id, slug: z.string() })),
  session: tag
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, where, and what they may do' })
    .input(Nothing)
    .output(Session),
  getSettings: tag
    .route({ method: 'GET', path: '/organisation', summary: 'Settings of the organisation' })
    .input(Nothing)
    .output(OrganisationSettings),
  updateSettings: tag
    .route({ method: 'PATCH', path: '/organisation', summary: 'Change settings of the organisation' })
    .input(OrganisationSettings.partial())
    .output(OrganisationSettings),

  listUnits: tag
    .route({ method: 'GET', path: '/units', summary: 'The whole tree of units' })
    .input(Nothing)
    .output(z.object({ items: z.array(Unit) })),
  createUnit: tag
    .route({ method: 'POST', path: '/units', successStatus: 201, summary: 'Add a unit' })
    .input(UnitInput)
    .output(Unit),
  updateUnit: tag
    .route({ method: 'PATCH', path: '/units/{id}', summary: 'Rename or move a unit' })
    .input(UnitInput.partial().extend({ id: Id }))
    .output(Unit),
  removeUnit: tag
    .route({ method: 'DELETE', path: '/units/{id}', summary: 'Remove a unit that has nothing in it' })
    .input(IdParam)
    .output(Nothing),

  listPositions: tag
    .route({ method: 'GET', path: '/positions', summary: 'Positions and who holds them' })
    .input(Nothing)
    .output(z.object({ items: z.array(Position) })),
  createPosition: tag
    .route({ method: 'POST', path: '/positions', successStatus: 201, summary: 'Add a position' })
    .input(PositionInput)
    .output(Position),
  updatePosition: tag
    .route({ method: 'PATCH', path: '/positions/{id}', summary: 'Change a position' })
    .input(PositionInput.partial().extend({ id: Id }))
    .output(Position),
  holdPosition: tag
    .route({ method: 'PUT', path: '/positions/{id}/holder', summary: 'Say who holds a position' })
    .input(z.object({ id: Id, personId: Id.nullable() }))
    .output(Position),
  removePosition: tag
    .route({ method: 'DELETE', path: '/positions/{id}', summary: 'Remove a vacant position' })
    .input(IdParam)
    .output(Nothing),

  listPeople: tag
    .route({ method: 'GET', path: '/people', summary: 'People of the organisation' })
    .input(PageQuery.extend({ q: z.string().max(100).optional(), unitId: Id.optional() }))
    .output(pageOf(Person)),
  updatePerson: tag
    .route({ method: 'PATCH', path: '/people/{id}', summary: 'Change a person’s name, language, roles or access' })
    .input(
      z.object({
        id: Id,
        name: Line.optional(),
        language: Language.nullable().optional(),
        roles: z.array(Role).optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(Person),
  updateMe: tag
    .route({ method: 'PATCH', path: '/session/person', summary: 'Change one’s own name and language' })
    .input(z.object({ name: Line.optional(), language: Language.nullable().optional() }))
    .output(Person),

  listInvitations: tag
    .route({ method: 'GET', path: '/invitations', summary: 'Invitations and what became of them' })
    .input(PageQuery)
    .output(pageOf(Invitation)),
  invite: tag
    .route({ method: 'POST', path: '/invitations', successStatus: 201, summary: 'Invite a person by link' })
    .input(
      z.object({
        email: Email,
        name: Line,
        roles: z.array(Role).min(1),
        positionId: Id.optional(),
        language: Language.optional(),
      }),
    )
    .output(Invitation.extend({ link: z.url() })),
  revokeInvitation: tag
    .route({ method: 'DELETE', path: '/invitations/{id}', summary: 'Take an invitation back' })
    .input(IdParam)
    .output(Nothing),
  readInvitation: tag
    .route({ method: 'GET', path: '/invitations/by-token/{token}', summary: 'What an invitation link says' })
    .input(z.object({ token: z.string().max(200) }))
    .output(
      z.object({
        email: z.string(),
        name: z.string(),
        organisation: LocaleText,
        language: Language,
        hasAccount: z.boolean(),
      }),
    ),
  acceptInvitation: tag
    .route({ method: 'POST', path: '/invitations/by-token/{token}/acceptance', summary: 'Accept an invitation' })
    .input(z.object({ token: z.string().max(200), name: Line, password: z.string().min(10).max(200) }))
    .output(z.object({ email: z.string() })),

  makePasswordLink: tag
    .route({
      method: 'POST',
      path: '/people/{id}/password-link',
      successStatus: 201,
      summary: 'Make a link by which a person sets a new password; it is shown once',
    })
    .input(IdParam)
    .output(z.object({ link: z.url(), expiresAt: Instant })),
  readPasswordLink: tag
    .route({ method: 'GET', path: '/password-links/{token}', summary: 'Whom a link for a new password is for' })
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ email: z.string(), name: z.string(), language: Language })),
  setPassword: tag
    .route({ method: 'POST', path: '/password-links/{token}/password', summary: 'Set a new password by a link' })
    .input(z.object({ token: z.string().max(200), password: z.string().min(10).max(200) }))
    .output(z.object({ email: z.string() })),

  listApiKeys: tag
    .route({ method: 'GET', path: '/api-keys', summary: 'API keys in force' })
    .input(Nothing)
    .output(z.object({ items: z.array(ApiKey) })),
  createApiKey: tag
    .route({
      method: 'POST',
      path: '/api-keys',
      successStatus: 201,
      summary: 'Make an API key; the secret is shown once',
    })
    .input(z.object({ name: Line, scopes: z.array(ApiKeyScope).min(1) }))
    .output(ApiKey.extend({ secret: z.string() })),
  revokeApiKey: tag
    .route({ method: 'DELETE', path: '/api-keys/{id}', summary: 'Revoke an API key' })
    .input(IdParam)
    .output(Nothing),

  listSignIns: tag
    .route({ method: 'GET', path: '/sign-ins', summary: 'Record of sign-ins' })
    .input(PageQuery)
    .output(pageOf(SignInRecord)),
};
