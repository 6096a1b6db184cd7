// Letters about a case: each has one message, one action, and a link that carries the customer's right to the case.
import type { Recourse } from '#contract/service-policies.ts';
import { formatDate } from '#kernel/calendar/format-date.ts';
import { lastMoment } from '#kernel/calendar/last-moment.ts';
import { queueMail } from '#modules/channels/index.ts';
import { contactPointFor, customerBrief } from '#modules/customers/index.ts';
import { dateSettings, readOrganisation, unitName } from '#modules/organisation/index.ts';
import { regimeOfCase } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';
import { issueGrant } from './grants.ts';
import { letterTexts, type LetterTexts } from './letter-texts.ts';
import type { CaseRow } from './lock-case.ts';

type CaseOfLetter = Pick<CaseRow, 'id' | 'number' | 'language' | 'subject'> & {
  customerId: string;
  trackingCode: string;
  registeredAt: Date;
};
type Body = {
  subject: keyof LetterTexts['subject'];
  paragraphs: string[];
  quote?: string;
  after?: string[];
  action: string;
};

/** Fills {marks}; a missing mark is a bug and throws. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`letter text needs {${name}}`);
    return value;
  });
}

const ofRow = (row: CaseRow): CaseOfLetter => ({
  ...row,
  customerId: row.customer_id,
  trackingCode: row.tracking_code,
  registeredAt: row.registered_at,
});

/** Whether there is a letter: customers without an e-mail address follow on the device or by phone, and nobody is told otherwise. */
async function write(ctx: Context, about: CaseOfLetter, values: Record<string, string>, body: Body): Promise<boolean> {
  const contact = await contactPointFor(ctx, about.customerId, 'email');
  if (!contact) return false;
  const texts = letterTexts[about.language];
  const [organisation, { name }, regime] = await Promise.all([
    readOrganisation(ctx),
    customerBrief(ctx, about.customerId),
    regimeOfCase(ctx, about.id),
  ]);
  const grant = await issueGrant(ctx, {
    caseId: about.id,
    customerId: about.customerId,
    contactPointId: contact.id,
    method: 'signed-link',
  });
  const all = { number: about.number, subject: about.subject, name, ...values };
  await queueMail(ctx, {
    to: contact.value,
    purpose: 'service-messages',
    customerId: about.customerId,
    language: about.language,
    subject: fill(texts.subject[body.subject], all),
    greeting: fill(texts.greeting, all),
    paragraphs: body.paragraphs.map((text) => fill(text, all)),
    ...(body.quote ? { quote: body.quote } : {}),
    after: (body.after ?? []).map((text) => fill(text, all)),
    // The secret stands behind #: it never reaches a server log or a referrer.
    action: {
      label: body.action,
      url: `${ctx.platform.config.publicUrl}/portal/${organisation.slug}/case#${grant.secret}`,
    },
    facts: [
      { label: texts.number, value: about.number, ltr: true },
      { label: texts.trackingCode, value: about.trackingCode, ltr: true },
      { label: texts.date, value: await day(ctx, about.registeredAt, about.language) },
    ],
    recourse: recourseText(texts, about.language, regime?.recourse ?? null),
    subjectType: 'case',
    subjectId: about.id,
  });
  return true;
}

/** By name where the regime of the case names a body, and in general words elsewhere. */
function recourseText(texts: LetterTexts, language: CaseRow['language'], recourse: Recourse | null): string {
  if (!recourse) return texts.recourse;
  const body = recourse.body[language] ?? '';
  const after = recourse.after?.[language];
  const told = after ? fill(texts.recourseAfter, { body, after }) : fill(texts.recourseTo, { body });
  return recourse.contact ? `${told}\n${recourse.contact}` : told;
}

async function day(ctx: Context, at: Date, language: CaseRow['language']): Promise<string> {
  return formatDate(at, { ...(await dateSettings(ctx)), language }, 'long');
}

/** The day by which something is due. */
async function dueDay(ctx: Context, at: Date, language: CaseRow['language']): Promise<string> {
  return day(ctx, lastMoment(at, (await dateSettings(ctx)).timeZone), language);
}

/** With the day by which an answer is promised, where one is. Whether there is a letter. */
export async function tellRegistered(ctx: Context, row: CaseRow, answerBy: Date | null): Promise<boolean> {
  const texts = letterTexts[row.language];
  const values: Record<string, string> = answerBy ? { date: await dueDay(ctx, answerBy, row.language) } : {};
  const paragraphs = answerBy ? [...texts.registered, texts.promised] : texts.registered;
  return write(ctx, ofRow(row), values, { subject: 'registered', paragraphs, action: texts.open });
}

export async function tellMessage(ctx: Context, row: CaseRow, text: string): Promise<void> {
  const texts = letterTexts[row.language];
  await write(ctx, ofRow(row), {}, { subject: 'message', paragraphs: texts.message, quote: text, action: texts.open });
}

export async function tellClaimed(
  ctx: Context,
  row: CaseRow,
  claim: { answer: string; lapsesAt: Date },
): Promise<void> {
  const texts = letterTexts[row.language];
  await write(
    ctx,
    ofRow(row),
    { date: await dueDay(ctx, claim.lapsesAt, row.language) },
    {
      subject: 'claimed',
      paragraphs: texts.claimed,
      quote: claim.answer,
      after: texts.claimedHow,
      action: texts.answer,
    },
  );
}

export async function remindOfClaim(
  ctx: Context,
  row: CaseRow,
  claim: { answer: string; lapsesAt: Date },
): Promise<void> {
  const texts = letterTexts[row.language];
  await write(
    ctx,
    ofRow(row),
    { date: await dueDay(ctx, claim.lapsesAt, row.language) },
    { subject: 'reminder', paragraphs: texts.reminder, quote: claim.answer, action: texts.answer },
  );
}

/** After a message that leaves open whether the case is solved. */
export async function askWhetherSolved(ctx: Context, row: CaseRow): Promise<void> {
  const texts = letterTexts[row.language];
  await write(
    ctx,
    ofRow(row),
    {},
    { subject: 'askAgain', paragraphs: texts.askAgain, action: row.state === 'claimed' ? texts.answer : texts.open },
  );
}

export async function tellDisputed(ctx: Context, row: CaseRow, to: { toUnitId: string | null }): Promise<void> {
  const texts = letterTexts[row.language];
  const unit = to.toUnitId ? await unitName(ctx, to.toUnitId, row.language) : null;
  await write(ctx, ofRow(row), unit ? { unit } : {}, {
    subject: 'disputed',
    paragraphs: unit ? [...texts.disputed, texts.disputedTo] : texts.disputed,
    action: texts.open,
  });
}

export async function tellLapsed(ctx: Context, row: CaseRow, until: Date): Promise<void> {
  const texts = letterTexts[row.language];
  await write(
    ctx,
    ofRow(row),
    { date: await day(ctx, until, row.language) },
    { subject: 'lapsed', paragraphs: [...texts.lapsed, texts.reopen], action: texts.open },
  );
}

export async function tellClosedByAuthority(
  ctx: Context,
  row: CaseRow,
  closing: { reason: keyof LetterTexts['reasons']; explanation: string; reopenableUntil: Date },
): Promise<void> {
  const texts = letterTexts[row.language];
  await write(
    ctx,
    ofRow(row),
    { reason: texts.reasons[closing.reason], date: await day(ctx, closing.reopenableUntil, row.language) },
    {
      subject: 'closedByAuthority',
      paragraphs: texts.closedByAuthority,
      quote: closing.explanation,
      after: [texts.reopen],
      action: texts.open,
    },
  );
}

/** What a letter with a one-time code says of the case, whose customer has proved nothing yet. */
export type CodeLetter = Pick<CaseRow, 'number' | 'language'> & {
  caseId: string;
  customerName: string;
  address: string;
};

/** The code itself is the message; no link, so that a forwarded mail opens nothing. */
export async function tellCode(
  ctx: Context,
  about: CodeLetter,
  sent: { code: string; minutes: number },
): Promise<void> {
  const texts = letterTexts[about.language];
  const values = { number: about.number, name: about.customerName, code: sent.code, minutes: String(sent.minutes) };
  await queueMail(ctx, {
    to: about.address,
    purpose: 'service-messages',
    language: about.language,
    subject: fill(texts.subject.code, values),
    greeting: fill(texts.greeting, values),
    paragraphs: texts.code.map((text) => fill(text, values)),
    secrets: [sent.code],
    subjectType: 'case',
    subjectId: about.caseId,
  });
}
