// The facts of one sample case as rows: what the verbs of this module would have written, at the moments at which it happened.
import type { Insertable } from 'kysely';
import type { SampleMail } from '#modules/channels/index.ts';
import type { SampleCustomer } from '#modules/customers/index.ts';
import type { StoredEvent } from '#platform/events/event.ts';
import { newId, newSecret } from '#platform/ids.ts';
import type { CaseRow } from '../lock-case.ts';
import type { CaseTables } from '../tables.ts';
import { dayMs } from './local-time.ts';

type Row<Name extends keyof CaseTables> = Insertable<CaseTables[Name]>;

/** All rows of all cases, in the order in which they may be written. */
export type SampleRows = {
  organisationId: string;
  hash(secret: string): string;
  cases: (CaseRow & { words: string })[];
  messages: Row<'case_messages'>[];
  notes: Row<'case_notes'>[];
  claims: Row<'case_claims'>[];
  grants: Row<'case_grants'>[];
  disputes: Row<'case_disputes'>[];
  outcomes: Row<'case_outcomes'>[];
  reopenings: Row<'case_reopenings'>[];
  reminders: Row<'case_reminders'>[];
  events: Omit<StoredEvent, 'organisationId' | 'id'>[];
  mails: SampleMail[];
  /** Contact point → when its customer first came by it. */
  provedAt: Map<string, Date>;
};

export type Story = {
  rows: SampleRows;
  row: CaseRow & { words: string };
  customer: SampleCustomer;
  claims: Row<'case_claims'>[];
  lastOutcome: Row<'case_outcomes'> | null;
};
export type Person = { id: string };
type By = { kind: 'staff' | 'customer' | 'system'; id: string | null };

/** As the settings of cases begin. */
export const rules = { lapseDays: 10, reminderDays: [3, 7], reopenDays: 30 } as const;

const system: By = { kind: 'system', id: null };
const staff = (person: Person): By => ({ kind: 'staff', id: person.id });
const customer = (story: Story): By => ({ kind: 'customer', id: story.customer.id });
const base = (story: Story) => ({ organisation_id: story.rows.organisationId, id: newId(), case_id: story.row.id });

function record(story: Story, at: Date, by: By, type: string, data: Record<string, unknown>): void {
  story.rows.events.push({
    type,
    subjectType: 'case',
    subjectId: story.row.id,
    customerId: story.customer.id,
    actorKind: by.kind,
    actorId: by.id,
    at,
    data,
  });
}

export function register(story: Story, by: Person | 'customer' | 'mail'): void {
  const { row } = story;
  const { number, kind, channel, priority, category_id: categoryId, unit_id: unitId, assignee_id: assigneeId } = row;
  record(
    story,
    row.registered_at,
    by === 'mail' ? system : by === 'customer' ? customer(story) : staff(by),
    'case.registered',
    { number, kind, channel, priority, categoryId, unitId, assigneeId },
  );
}

export function classify(
  story: Story,
  at: Date,
  by: Person,
  next: Pick<CaseRow, 'kind' | 'category_id' | 'product_id'>,
): void {
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== story.row[key]);
  if (changed.length === 0) return;
  const facts = Object.fromEntries(
    changed.flatMap((key) => [
      [key, next[key]],
      [`${key}_before`, story.row[key]],
    ]),
  );
  Object.assign(story.row, next, { last_activity_at: at });
  record(story, at, staff(by), 'case.classified', { changed, ...facts });
}

export function assign(
  story: Story,
  at: Date,
  by: Person,
  to: { unitId: string | null; personId: string | null },
): void {
  const { unit_id: fromUnitId, assignee_id: fromPersonId } = story.row;
  if (fromUnitId === to.unitId && fromPersonId === to.personId) return;
  Object.assign(story.row, { unit_id: to.unitId, assignee_id: to.personId, last_activity_at: at });
  record(story, at, staff(by), 'case.assigned', {
    fromUnitId,
    toUnitId: to.unitId,
    fromPersonId,
    toPersonId: to.personId,
  });
}

export function write(story: Story, at: Date, by: Person | 'customer', text: string): void {
  const incoming = by === 'customer';
  const channel = incoming && story.row.channel === 'mail' && story.customer.email ? 'mail' : 'portal';
  const mail =
    channel === 'mail' && story.customer.email
      ? {
          id: newId(),
          from: story.customer.email.value,
          fromName: story.customer.name,
          subject: `Re: ${story.row.number}`,
          text,
          at,
          caseId: story.row.id,
        }
      : null;
  if (mail) story.rows.mails.push(mail);
  const message: Row<'case_messages'> = {
    ...base(story),
    direction: incoming ? 'in' : 'out',
    channel,
    text,
    author_kind: incoming ? 'customer' : 'staff',
    author_id: incoming ? story.customer.id : by.id,
    received_mail_id: mail?.id ?? null,
    at,
  };
  story.rows.messages.push(message);
  Object.assign(story.row, {
    last_activity_at: at,
    last_message_by: incoming ? 'customer' : 'staff',
    words: `${story.row.words}\n${text}`,
  });
  record(story, at, incoming ? customer(story) : staff(by), incoming ? 'case.message-received' : 'case.message-sent', {
    messageId: message.id,
    channel,
  });
  if (incoming && story.row.waiting_reason === 'customer-information') endWait(story, at, customer(story));
}

export function note(story: Story, at: Date, by: Person, text: string): void {
  const row = { ...base(story), text, author_id: by.id, at };
  story.rows.notes.push(row);
  record(story, at, staff(by), 'case.note-added', { noteId: row.id });
}

export function wait(
  story: Story,
  at: Date,
  by: Person,
  reason: NonNullable<CaseRow['waiting_reason']>,
  until: Date,
): void {
  Object.assign(story.row, { waiting_reason: reason, waiting_until: until, last_activity_at: at });
  record(story, at, staff(by), 'case.wait-started', { reason, until: until.toISOString() });
}

export function endWait(story: Story, at: Date, by: By = system): void {
  const { waiting_reason: reason } = story.row;
  if (reason === null) return;
  Object.assign(story.row, { waiting_reason: null, waiting_until: null, last_activity_at: at });
  record(story, at, by, 'case.wait-ended', { reason });
}

export function claim(story: Story, at: Date, by: Person, answer: string): void {
  const { row } = story;
  const lapsesAt = new Date(at.getTime() + rules.lapseDays * dayMs);
  const made = {
    ...base(story),
    answer,
    claimed_by: by.id,
    unit_id: row.unit_id,
    dispute_level: row.dispute_level ?? 0,
    claimed_at: at,
    lapses_at: lapsesAt,
  };
  story.rows.claims.push(made);
  story.claims.push(made);
  Object.assign(row, {
    state: 'claimed',
    open_claim_id: made.id,
    lapses_at: lapsesAt,
    first_claimed_at: row.first_claimed_at ?? at,
    last_message_by: 'staff',
    last_activity_at: at,
    next_reminder_at: new Date(at.getTime() + rules.reminderDays[0] * dayMs),
    waiting_reason: null,
    waiting_until: null,
    assignee_id: row.assignee_id ?? by.id,
  });
  record(story, at, staff(by), 'case.resolution-claimed', {
    claimId: made.id,
    unitId: made.unit_id,
    level: made.dispute_level,
    lapsesAt: lapsesAt.toISOString(),
  });
}

export function remind(story: Story, at: Date): void {
  const { open_claim_id: claimId, lapses_at: lapsesAt } = story.row;
  const claimedAt = story.claims.at(-1)?.claimed_at;
  if (!claimId || !lapsesAt || !(claimedAt instanceof Date)) return;
  story.rows.reminders.push({ organisation_id: story.rows.organisationId, claim_id: claimId, at });
  story.row.next_reminder_at =
    rules.reminderDays
      .map((days) => new Date(claimedAt.getTime() + days * dayMs))
      .find((next) => next > at && next < lapsesAt) ?? null;
}

/** How the customer proves the right to the case: null when there is no way but to be asked by staff. */
export function grant(story: Story, at: Date, method: 'signed-link' | 'one-time-code'): Row<'case_grants'> | null {
  const { row, customer: owner } = story;
  const claimed = story.claims.at(-1)?.claimed_at;
  const sent = claimed instanceof Date && claimed < at ? claimed : row.registered_at;
  const device = !owner.email && row.channel === 'portal' && at.getTime() - row.registered_at.getTime() < 89 * dayMs;
  if (!owner.email && !device) return null;
  const issued = device
    ? row.registered_at
    : method === 'one-time-code' || at.getTime() - sent.getTime() > 80 * dayMs
      ? new Date(at.getTime() - 4 * 60_000)
      : sent;
  const used = new Date(at.getTime() - 50_000);
  const made: Row<'case_grants'> = {
    ...base(story),
    customer_id: owner.id,
    contact_point_id: device ? null : (owner.email?.id ?? null),
    method: device ? 'portal-session' : method,
    secret_hash: story.rows.hash(newSecret()),
    issued_at: issued,
    expires_at: new Date(issued.getTime() + (!device && method === 'one-time-code' ? 1 : 90) * dayMs),
    used_at: used < issued ? issued : used,
  };
  story.rows.grants.push(made);
  if (owner.email && !device) {
    const first = story.rows.provedAt.get(owner.email.id);
    if (!first || first > used) story.rows.provedAt.set(owner.email.id, used);
  }
  return made;
}

export function dispute(
  story: Story,
  at: Date,
  by: { grantId: string } | Person,
  reason: string,
  to: { unitId: string | null; personId: string | null },
): void {
  const { row } = story;
  const last = story.claims.at(-1);
  if (!last) return;
  const byCustomer = 'grantId' in by;
  const level = (row.dispute_level ?? 0) + 1;
  const made: Row<'case_disputes'> = {
    ...base(story),
    claim_id: last.id,
    reason,
    actor_kind: byCustomer ? 'customer' : 'staff',
    actor_id: byCustomer ? story.customer.id : by.id,
    grant_id: byCustomer ? by.grantId : null,
    level,
    from_person_id: last.claimed_by,
    to_unit_id: to.unitId,
    to_person_id: to.personId,
    at,
  };
  story.rows.disputes.push(made);
  const fromUnitId = row.unit_id;
  Object.assign(row, {
    state: 'open',
    open_claim_id: null,
    lapses_at: null,
    next_reminder_at: null,
    dispute_level: level,
    unit_id: to.unitId ?? row.unit_id,
    assignee_id: to.personId,
    last_message_by: 'customer',
    last_activity_at: at,
  });
  record(story, at, byCustomer ? customer(story) : staff(by), 'case.resolution-disputed', {
    disputeId: made.id,
    claimId: last.id,
    level,
    fromUnitId,
    toUnitId: to.unitId,
    toPersonId: to.personId,
    recordedByStaff: !byCustomer,
  });
}

type Ending = Pick<Row<'case_outcomes'>, 'kind'> &
  Partial<Pick<Row<'case_outcomes'>, 'grant_id' | 'text' | 'reason' | 'channel' | 'said_at' | 'duplicate_of_id'>>;

export function end(story: Story, at: Date, by: Person | 'customer' | 'clock', ending: Ending): void {
  const { row } = story;
  const actor = by === 'clock' ? system : by === 'customer' ? customer(story) : staff(by);
  const made: Row<'case_outcomes'> = {
    ...base(story),
    customer_id: story.customer.id,
    claim_id: row.open_claim_id,
    actor_kind: actor.kind,
    actor_id: actor.id,
    grant_id: null,
    text: null,
    reason: null,
    channel: null,
    said_at: null,
    duplicate_of_id: null,
    ...ending,
    at,
  };
  story.rows.outcomes.push(made);
  story.lastOutcome = made;
  Object.assign(row, {
    state: 'closed',
    outcome: made.kind,
    open_claim_id: null,
    lapses_at: null,
    next_reminder_at: null,
    closed_at: at,
    reopenable_until: new Date(at.getTime() + rules.reopenDays * dayMs),
    waiting_reason: null,
    waiting_until: null,
    last_activity_at: at,
  });
  record(story, at, actor, `case.${made.kind.replaceAll('_', '-')}`, {
    outcomeId: made.id,
    claimId: made.claim_id,
    reason: made.reason ?? null,
    channel: made.channel ?? null,
    ...(made.duplicate_of_id ? { duplicateOfId: made.duplicate_of_id } : {}),
  });
}

export function reopen(story: Story, at: Date, by: { grantId: string } | Person, reason: string): void {
  if (!story.lastOutcome) return;
  const byCustomer = 'grantId' in by;
  const made: Row<'case_reopenings'> = {
    ...base(story),
    outcome_id: story.lastOutcome.id,
    reason,
    actor_kind: byCustomer ? 'customer' : 'staff',
    actor_id: byCustomer ? story.customer.id : by.id,
    grant_id: byCustomer ? by.grantId : null,
    at,
  };
  story.rows.reopenings.push(made);
  Object.assign(story.row, {
    state: 'open',
    outcome: null,
    closed_at: null,
    reopenable_until: null,
    last_activity_at: at,
    ...(byCustomer ? { last_message_by: 'customer' } : {}),
  });
  record(story, at, byCustomer ? customer(story) : staff(by), 'case.reopened', {
    reopeningId: made.id,
    outcomeId: story.lastOutcome.id,
    after: story.lastOutcome.kind,
  });
}
