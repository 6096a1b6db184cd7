// What the API says about channels: mails that left or wait to leave, mails that arrived, and how mail is sent.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Email, Id, IdParam, Instant, Nothing, PageQuery, pageOf } from './common.ts';

export const OutgoingMailState = z.enum(['held', 'queued', 'sending', 'sent', 'failed', 'uncertain']);
export const OutgoingMail = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  language: z.string(),
  state: OutgoingMailState,
  attempts: z.int(),
  /** Machine-readable reason of the last failure. */
  fault: z.string().nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  /** The case that the mail speaks of. */
  caseId: Id.nullable(),
});
export const ReceivedMail = z.object({
  id: Id,
  from: z.string(),
  subject: z.string(),
  receivedAt: Instant,
  state: z.enum(['accepted', 'ignored', 'refused']),
  /** Why it was ignored or refused: bounce, automatic answer, unreadable … */
  reason: z.string().nullable(),
  caseId: Id.nullable(),
});

export const MailSettings = z.object({
  host: z.string().trim().max(255).nullable(),
  port: z.int().min(1).max(65535),
  security: z.enum(['none', 'starttls', 'tls']),
  user: z.string().max(255).nullable(),
  /** Never read back: true when one is stored. */
  hasPassword: z.boolean(),
  fromAddress: Email.nullable(),
  fromName: z.string().trim().max(120).nullable(),
});

const tag = oc.route({ tags: ['channels'] });

export const channelsContract = {
  listOutgoing: tag
    .route({ method: 'GET', path: '/outgoing-mails', summary: 'Mails that were sent or wait, newest first' })
    .input(PageQuery.extend({ state: OutgoingMailState.optional() }))
    .output(pageOf(OutgoingMail)),
  getOutgoing: tag
    .route({ method: 'GET', path: '/outgoing-mails/{id}', summary: 'One mail with its text' })
    .input(IdParam)
    .output(OutgoingMail.extend({ text: z.string(), html: z.string() })),
  sendAgain: tag
    .route({
      method: 'POST',
      path: '/outgoing-mails/{id}/sending',
      summary: 'Try a held, failed or uncertain mail again',
    })
    .input(IdParam)
    .output(OutgoingMail),
  listReceived: tag
    .route({ method: 'GET', path: '/received-mails', summary: 'Mails that arrived and what became of them' })
    .input(PageQuery.extend({ state: ReceivedMail.shape.state.optional() }))
    .output(pageOf(ReceivedMail)),
  getMailSettings: tag
    .route({ method: 'GET', path: '/mail-settings', summary: 'How mail is sent' })
    .input(Nothing)
    .output(MailSettings),
  updateMailSettings: tag
    .route({ method: 'PUT', path: '/mail-settings', summary: 'Change how mail is sent' })
    .input(MailSettings.omit({ hasPassword: true }).extend({ password: z.string().max(500).nullable().optional() }))
    .output(MailSettings),
  testMail: tag
    .route({
      method: 'POST',
      path: '/mail-settings/test',
      summary: 'Send a test mail to oneself now and say what happened',
    })
    .input(Nothing)
    .output(z.object({ ok: z.boolean(), fault: z.string().nullable() })),
};
