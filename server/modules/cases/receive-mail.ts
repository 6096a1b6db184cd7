// A mail arrived: an answer joins its case, anything else becomes a case.
import { languageOf } from '#kernel/text/language-of.ts';
import { attachMailToThread, receivedMail } from '#modules/channels/index.ts';
import { customerOfAddress } from '#modules/customers/index.ts';
import { actingAs, on, type Context } from '#platform/context.ts';
import type { Closing } from '#platform/db/closing.ts';
import { addCustomerMessage } from './add-customer-message.ts';
import { issueGrant, type UsedGrant } from './grants.ts';
import { askWhetherSolved } from './letters.ts';
import { caseColumns, type CaseRow } from './lock-case.ts';
import { registerCase, type Registered } from './register-case.ts';
import { subjectOf } from './submit-case.ts';
import type { CaseTables } from './tables.ts';
import { writeMessage } from './write-message.ts';

/** Answers with a closing when the mail becomes a case. */
export async function receiveMail(ctx: Context, mailId: string): Promise<Closing<Registered> | undefined> {
  const mail = await receivedMail(ctx, mailId);
  const found = await caseOfMail(ctx, mail);
  const row = found?.row;
  if (found && row && !(row.state === 'closed' && row.reopenable_until && row.reopenable_until < ctx.clock.now())) {
    await attachMailToThread(ctx, mailId, 'case', row.id);
    await joinCase(ctx, mailId, mail, found);
    return undefined;
  }
  const text = mail.text.trim() || mail.subject.trim() || '—';
  const language = languageOf(`${mail.subject} ${text}`);
  const registered = await registerCase(
    ctx,
    {
      kind: 'request',
      subject: mail.subject.trim() || subjectOf(text),
      description: text,
      priority: 'normal',
      channel: 'mail',
      ...(language ? { language } : {}),
      customer: {
        kind: 'person',
        name: mail.from.name?.trim() || mail.from.address,
        email: mail.from.address,
        ...(language ? { language } : {}),
      },
      attachmentIds: mail.attachmentIds,
    },
    row ? { followsCaseId: row.id } : {},
  );
  await attachMailToThread(ctx, mailId, 'case', registered.known.id);
  return registered;
}

type Mail = Awaited<ReturnType<typeof receivedMail>>;

/** `answersOurs`: it answers a message id that only a reader of our mail can know. A number in the subject proves nothing. */
type Found = { row: CaseRow; answersOurs: boolean };

async function caseOfMail(ctx: Context, mail: Mail): Promise<Found | undefined> {
  const cases = on<CaseTables>(ctx)
    .selectFrom('cases')
    .select(caseColumns)
    .where('organisation_id', '=', ctx.organisationId);
  if (mail.thread?.type === 'case') {
    const row = await cases.where('id', '=', mail.thread.id).executeTakeFirst();
    return row && { row, answersOurs: true };
  }
  const number = /(?<!\d)(1[34]\d\d|20\d\d)-\d{6}(?!\d)/.exec(mail.subject)?.[0];
  if (!number) return undefined;
  const row = await cases.where('number', '=', number).executeTakeFirst();
  const sender = row && (await customerOfAddress(ctx, 'email', mail.from.address));
  return row && sender?.customerId === row.customer_id ? { row, answersOurs: false } : undefined;
}

async function joinCase(ctx: Context, mailId: string, mail: Mail, { row, answersOurs }: Found): Promise<void> {
  const sender = await customerOfAddress(ctx, 'email', mail.from.address);
  const own = sender?.customerId === row.customer_id;
  const message = {
    text: mail.text || mail.subject,
    attachmentIds: mail.attachmentIds,
    channel: 'mail' as const,
    receivedMailId: mailId,
  };
  if (own && answersOurs) {
    await asCustomer(ctx, row, sender.contactPointId, (grant, customerCtx) =>
      addCustomerMessage(customerCtx, grant, message),
    );
    return;
  }
  // From somebody else, or an address that anybody could have written: the words belong to the case but decide nothing.
  await writeMessage(ctx, row, {
    ...message,
    direction: 'in',
    text: own ? message.text : `${mail.from.address}\n\n${message.text}`,
  });
  if (own && row.state !== 'open') await askWhetherSolved(ctx, row);
}

/** Whoever answers our unguessable message id from the customer's own address has read that mail: a link used by its contact point. */
async function asCustomer(
  ctx: Context,
  row: CaseRow,
  contactPointId: string,
  work: (grant: UsedGrant, ctx: Context) => Promise<void>,
): Promise<void> {
  const of = { caseId: row.id, customerId: row.customer_id, contactPointId, method: 'signed-link' as const };
  const { id } = await issueGrant(ctx, of);
  await work({ id, ...of, used: true }, actingAs(ctx, { kind: 'customer', customerId: row.customer_id, grantId: id }));
}
