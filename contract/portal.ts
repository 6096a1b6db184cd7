// What the API says to customers: ask or complain without an account, follow by code, confirm or dispute the answer.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseProgress } from './case-processes.ts';
import { CaseKind, CaseState, Outcome } from './cases.ts';
import { Email, FileView, Id, Instant, Language, Line, LocaleText, PhoneInput, Prose } from './common.ts';
import { FilledForm, FormAnswers, FormVersion } from './forms.ts';
import { CustomerWord, OrganisationSettings } from './organisation.ts';
import { Recourse } from './service-policies.ts';

const Organisation = z.object({ organisation: z.string().max(40) });

export const PortalInfo = z.object({
  name: LocaleText,
  slug: z.string(),
  language: Language,
  calendar: OrganisationSettings.shape.calendar,
  digits: OrganisationSettings.shape.digits,
  timeZone: z.string(),
  customerWord: CustomerWord,
  primaryColour: z.string().nullable(),
  categories: z.array(
    z.object({
      id: Id,
      parentId: Id.nullable(),
      name: LocaleText,
      kinds: z.array(CaseKind),
      /** Whoever writes about it is asked to fill this in. */
      formId: Id.nullable(),
    }),
  ),
  /** Whether there are public articles to search. */
  knowledge: z.boolean(),
  /** Largest attachment, bytes. */
  fileLimit: z.int(),
});
export type PortalInfo = z.infer<typeof PortalInfo>;

/** A secret that proves the customer's right to one case; sent as `Authorization: Grant …`. */
const GrantSecret = z.object({ grant: z.string(), expiresAt: Instant });

export const PortalCase = z.object({
  number: z.string(),
  trackingCode: z.string(),
  kind: CaseKind,
  subject: z.string(),
  description: z.string(),
  state: CaseState,
  outcome: Outcome.nullable(),
  categoryName: LocaleText.nullable(),
  /** Unit that has the case now; persons are not named to the public. */
  unitName: LocaleText.nullable(),
  disputeLevel: z.int(),
  registeredAt: Instant,
  /** By when an answer is promised: while staff owe one, where a policy promises it. */
  answerBy: Instant.nullable(),
  openClaim: z
    .object({ answer: z.string(), claimedAt: Instant, lapsesAt: Instant, attachments: z.array(FileView) })
    .nullable(),
  reopenableUntil: Instant.nullable(),
  /** Where the customer may turn outside the organisation, by the regime of the case. Null: no regime names a body. */
  recourse: Recourse.nullable(),
  /** How far the process of the case came, in words for customers; null: none runs, or it has no such words. */
  progress: CaseProgress.nullable(),
  /** What the customer filled in, by the version that asked; fields that are not for customers are not in it. */
  form: z.object({ version: FormVersion, answers: FormAnswers }).nullable(),
  steps: z.array(
    z.object({
      at: Instant,
      type: z.enum([
        'registered',
        'message-from-customer',
        'message-to-customer',
        'resolution-claimed',
        'disputed',
        'confirmed',
        'lapsed',
        'reported',
        'withdrawn',
        'closed_by_authority',
        'reopened',
      ]),
      text: z.string().nullable(),
      attachments: z.array(FileView),
    }),
  ),
  actions: z.array(z.enum(['message', 'confirm', 'dispute', 'withdraw', 'reopen'])),
});
export type PortalCase = z.infer<typeof PortalCase>;

export const PortalCaseInput = z
  .object({
    kind: CaseKind,
    categoryId: Id.nullable().optional(),
    text: Prose,
    name: Line,
    email: Email.optional(),
    phone: PhoneInput.optional(),
    language: Language,
    attachmentIds: z.array(Id).max(5).default([]),
    form: FilledForm.optional(),
  })
  .refine((input) => Boolean(input.email || input.phone), { path: ['email'], error: 'contact-required' });

const tag = oc.route({ tags: ['portal'] });
const base = '/portal/{organisation}' as const;

export const portalContract = {
  info: tag
    .route({ method: 'GET', path: base, summary: 'What the portal of an organisation shows first' })
    .input(Organisation)
    .output(PortalInfo),
  form: tag
    .route({
      method: 'GET',
      path: `${base}/categories/{categoryId}/form`,
      summary: 'What is filled in with a case of this category, as customers see it',
    })
    .input(Organisation.extend({ categoryId: Id }))
    .output(z.object({ version: FormVersion.nullable() })),
  submit: tag
    .route({ method: 'POST', path: `${base}/cases`, successStatus: 201, summary: 'Submit a case without an account' })
    .input(Organisation.and(PortalCaseInput))
    .output(
      GrantSecret.extend({
        number: z.string(),
        trackingCode: z.string(),
        /** By when an answer is promised, if one is. */
        answerBy: Instant.nullable(),
      }),
    ),
  requestCode: tag
    .route({
      method: 'POST',
      path: `${base}/codes`,
      summary: 'Send a one-time code to the contact point of a case; says the same whether the case exists or not',
    })
    .input(Organisation.extend({ trackingCode: z.string().trim().min(4).max(40) }))
    .output(z.object({ minutes: z.int() })),
  redeemCode: tag
    .route({
      method: 'POST',
      path: `${base}/sessions`,
      successStatus: 201,
      summary: 'Open a case by its tracking code and a one-time code',
    })
    .input(
      Organisation.extend({ trackingCode: z.string().trim().min(4).max(40), code: z.string().trim().min(4).max(12) }),
    )
    .output(GrantSecret),
  getCase: tag
    .route({ method: 'GET', path: `${base}/case`, summary: 'The case that the grant opens' })
    .input(Organisation)
    .output(PortalCase),
  addMessage: tag
    .route({ method: 'POST', path: `${base}/case/messages`, successStatus: 201, summary: 'Add a message' })
    .input(Organisation.extend({ text: Prose, attachmentIds: z.array(Id).max(5).default([]) }))
    .output(PortalCase),
  confirm: tag
    .route({
      method: 'POST',
      path: `${base}/case/confirmation`,
      successStatus: 201,
      summary: 'Confirm that the case is solved',
    })
    .input(
      Organisation.extend({ comment: z.string().trim().max(5000).optional(), certain: z.boolean().default(false) }),
    )
    .output(PortalCase),
  dispute: tag
    .route({ method: 'POST', path: `${base}/case/dispute`, successStatus: 201, summary: 'Dispute the answer' })
    .input(Organisation.extend({ reason: Prose }))
    .output(PortalCase),
  withdraw: tag
    .route({ method: 'POST', path: `${base}/case/withdrawal`, successStatus: 201, summary: 'Withdraw the case' })
    .input(Organisation.extend({ reason: z.string().trim().max(5000).optional() }))
    .output(PortalCase),
  reopen: tag
    .route({ method: 'POST', path: `${base}/case/reopening`, successStatus: 201, summary: 'Open the case again' })
    .input(Organisation.extend({ reason: Prose }))
    .output(PortalCase),
};
