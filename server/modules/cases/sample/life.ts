// Lives one sample case from its registration until now: an agenda of moments, each of which may bring others.
import type { SampleCategory } from '#modules/catalogue/index.ts';
import { claimEnds, backlogUnit, medianWaitHours, type ClaimEnd } from './pace.ts';
import { fillMarks, type Marks } from './fill-marks.ts';
import { dayMs, hourMs, minuteMs } from './local-time.ts';
import * as facts from './story.ts';
import type { Story } from './story.ts';
import { followUpMessages, thanksMessages } from './texts-customer-messages.ts';
import { authorityClosureReasons, interimMessages, internalNotes, phoneEvidenceNotes } from './texts-staff-messages.ts';
import type { About } from './texts.ts';
import { contactAgent, headAbove, managerOf, unitByKey, workerOf, type World } from './world.ts';

/** `earlier`: another case of the same customer, of which this one may be a duplicate. */
export type Subject = {
  category: SampleCategory;
  kind: facts.Story['row']['kind'];
  marks: Marks;
  about: About;
  earlier: string | null;
};

const date = (at: number): Date => new Date(Math.round(at));

export function live(world: World, story: Story, subject: Subject): void {
  const { random, time, now, texts } = world;
  const { row, customer } = story;
  const { category, about, marks } = subject;
  const { language } = about;
  const unit = unitByKey(world, category.unit);
  const start = row.registered_at.getTime();
  const progress = (start - world.begin) / (now - world.begin);
  const agenda: { at: number; act: (at: number) => void }[] = [];
  const later = (at: number, act: (at: number) => void): void => void agenda.push({ at, act });
  const inOffice = (at: number, act: (at: number) => void): void => later(time.officeTime(at), act);
  const say = (text: string, at: number, ahead = false): string =>
    fillMarks(random, text, marks, at, world.settings, { ahead });
  const worker = (): facts.Person =>
    row.assignee_id ? { id: row.assignee_id } : workerOf(world, category.unit, row.kind);

  const waitHours =
    random.logNormal(
      medianWaitHours({
        category: category.key,
        unit: category.unit,
        size: customer.size,
        priority: row.priority ?? 'normal',
        kind: subject.kind,
        progress,
      }),
      0.85,
    ) * (random.chance(0.012) ? 9 : 1);
  // Pipes and wires are mended at any hour; papers are not.
  const emergency =
    ['water-outage', 'power-outage', 'sewage', 'water-leak'].includes(category.key) && random.chance(0.4);
  const firstClaim = emergency ? start + waitHours * hourMs : time.officeTime(start + waitHours * hourMs);

  triage();
  duringTheWait(start, firstClaim);
  if (random.chance(0.022)) later(start + random.between(0.1, 1) * waitHours * hourMs, withdraw);
  if (random.chance(0.02)) inOffice(start + random.between(1, 40) * hourMs, closeByAuthority);
  later(firstClaim, (at) => claim(at, false));

  for (;;) {
    agenda.sort((one, other) => one.at - other.at);
    const next = agenda.shift();
    if (!next || next.at > now) return;
    next.act(next.at);
  }

  function triage(): void {
    const sorted = start + random.logNormal(1.2, 0.9) * hourMs;
    if (row.category_id === null) {
      inOffice(sorted, (at) => {
        if (row.state !== 'open') return;
        const agent = contactAgent(world);
        facts.classify(story, date(at), agent, {
          kind: subject.kind,
          category_id: category.id,
          product_id: category.productId,
        });
        facts.assign(story, date(at), agent, { unitId: unit.id, personId: null });
      });
    } else if (random.chance(0.04)) {
      // First to a unit that had nothing to do with it.
      inOffice(sorted, (at) => {
        if (row.state === 'open')
          facts.assign(story, date(at), contactAgent(world), {
            unitId: unitByKey(world, random.pick(['follow-up', 'municipal', 'billing'])).id,
            personId: null,
          });
      });
      inOffice(sorted + random.between(4, 60) * hourMs, (at) => {
        if (row.state === 'open' && row.dispute_level === 0)
          facts.assign(story, date(at), managerOf(world, row.unit_id), { unitId: unit.id, personId: null });
      });
    }
    const delay = random.logNormal(category.unit === backlogUnit ? 22 : 5, 1);
    inOffice(sorted + delay * hourMs, (at) => {
      if (row.state !== 'open' || row.assignee_id || row.unit_id !== unit.id) return;
      const person = workerOf(world, category.unit, row.kind);
      facts.assign(story, date(at), unit.head && random.chance(0.5) ? { id: unit.head } : person, {
        unitId: unit.id,
        personId: person.id,
      });
    });
  }

  function duringTheWait(from: number, until: number): void {
    const between = (least: number, most: number): number => from + random.between(least, most) * (until - from);
    if (random.chance(0.3))
      inOffice(between(0.15, 0.7), (at) => {
        if (row.state !== 'open') return;
        facts.write(story, date(at), worker(), say(random.pick(interimMessages[language]), at, true));
        if (random.chance(0.22))
          later(
            at + random.logNormal(3, 1) * hourMs,
            (then) =>
              row.state !== 'closed' &&
              facts.write(story, date(then), 'customer', random.pick(thanksMessages[language])),
          );
      });
    if (until - from > 4 * dayMs && random.chance(0.42))
      later(
        between(0.45, 0.98),
        (at) =>
          row.state === 'open' &&
          facts.write(story, date(at), 'customer', texts.choose(followUpMessages[language], String, about.used) ?? ''),
      );
    if (until - from > 25 * dayMs && random.chance(0.5))
      later(
        between(0.6, 0.98),
        (at) =>
          row.state === 'open' &&
          facts.write(story, date(at), 'customer', texts.choose(followUpMessages[language], String, about.used) ?? ''),
      );
    if (random.chance(0.2))
      inOffice(
        between(0.1, 0.95),
        (at) =>
          row.state !== 'closed' &&
          facts.note(story, date(at), worker(), texts.choose(internalNotes[language], String, about.used) ?? ''),
      );
    if (until - from > 2 * dayMs && random.chance(0.4))
      inOffice(between(0.1, 0.6), (at) => {
        if (row.state !== 'open' || row.assignee_id === null) return;
        const ends = Math.min(time.officeTime(at + random.logNormal(5, 0.6) * dayMs), until + 12 * hourMs);
        if (ends <= at + hourMs) return;
        const moment = date(ends);
        facts.wait(
          story,
          date(at),
          worker(),
          random.pick(['customer-information', 'outside-party', 'site-visit', 'later']),
          moment,
        );
        later(ends, (then) => row.waiting_until === moment && facts.endWait(story, date(then)));
      });
  }

  function claim(at: number, again: boolean): void {
    if (row.state !== 'open') return;
    const refused = new Set(
      story.rows.disputes.filter((one) => one.case_id === row.id).map((one) => one.from_person_id),
    );
    let by = worker();
    if (refused.has(by.id)) by = managerOf(world, row.unit_id);
    if (refused.has(by.id))
      by = random.pick(
        world.organisation.people.filter((one) => one.roles.includes('service-manager') && !refused.has(one.id)),
      );
    const higher = (row.dispute_level ?? 0) > 0;
    const setPhrase =
      !higher && random.chance(again ? 0.06 : category.unit === backlogUnit ? 0.14 + 0.2 * progress : 0.15);
    const holder = world.organisation.units.find((one) => one.head === by.id);
    const answer = higher ? texts.secondAnswer(about, holder?.key === category.parent) : texts.answer(about, setPhrase);
    facts.claim(story, date(at), by, say(answer, at));
    for (const days of facts.rules.reminderDays) {
      const { open_claim_id: claimId } = row;
      later(
        at + days * dayMs + random.between(0, 50_000),
        (then) => row.open_claim_id === claimId && facts.remind(story, date(then)),
      );
    }
    if (random.chance(0.05)) {
      const { open_claim_id: claimId } = row;
      later(
        at + random.between(0.5, 20) * hourMs,
        (then) =>
          row.open_claim_id === claimId &&
          facts.write(story, date(then), 'customer', random.pick(thanksMessages[language])),
      );
    }
    const ends = claimEnds({ category: category.key, size: customer.size, setPhrase, again: again || higher });
    answered(
      at,
      random.weighted(Object.keys(ends) as ClaimEnd[], (end) =>
        end === 'disputed' && (row.dispute_level ?? 0) >= 2 ? 0 : ends[end],
      ),
      row.open_claim_id,
    );
  }

  /** What the customer says to the claim, or does not say. */
  function answered(claimedAt: number, end: ClaimEnd, claimId: string | null): void {
    const reply = random.logNormal(100, 0.65) * hourMs;
    const lapse = claimedAt + facts.rules.lapseDays * dayMs + random.between(0, minuteMs);
    const still = (act: (at: number) => void) => (at: number) => void (row.open_claim_id === claimId && act(at));
    if (end !== 'lapsed' && reply < facts.rules.lapseDays * dayMs - hourMs) {
      if (end === 'confirmed') later(claimedAt + reply, still(confirm));
      if (end === 'disputed') later(claimedAt + reply, still(dispute));
      if (end === 'reported') inOffice(claimedAt + reply + dayMs, still(report));
      if (end === 'withdrawn') later(claimedAt + reply, still(withdraw));
      if (end === 'closed_by_authority') inOffice(claimedAt + reply, still(closeByAuthority));
    }
    later(
      lapse,
      still((at) => {
        facts.end(story, date(at), 'clock', { kind: 'lapsed' });
        mayComeBack(at, 0.08);
      }),
    );
  }

  function grant(at: number) {
    return facts.grant(story, date(at), random.chance(0.1) ? 'one-time-code' : 'signed-link');
  }

  function confirm(at: number): void {
    const proof = grant(at);
    if (!proof) {
      if (random.chance(0.55)) inOffice(at + 2 * hourMs, (then) => row.state === 'claimed' && report(then));
      return;
    }
    const comment = random.chance(0.58) ? texts.confirmation(about, at - start > 14 * dayMs) : undefined;
    facts.end(story, date(at), 'customer', {
      kind: 'confirmed',
      grant_id: proof.id,
      text: comment ?? null,
      channel: 'portal',
    });
    mayComeBack(at, 0.02);
  }

  function dispute(at: number): void {
    const last = story.claims.at(-1);
    if (!last) return;
    const target = headAbove(
      world,
      last.unit_id ?? unit.id,
      story.claims.map((one) => one.claimed_by),
      last.dispute_level > 0,
    );
    const proof = grant(at);
    const contradiction = proof && random.chance(0.12) ? texts.contradiction(about) : undefined;
    const reason = say(contradiction ?? texts.dispute(about), at);
    // Words in a message that deny the solution are taken for the dispute that they are.
    if (contradiction) facts.write(story, date(at), 'customer', reason);
    facts.dispute(story, date(at), proof ? { grantId: proof.id } : contactAgent(world), reason, target);
    const next = time.officeTime(at + random.logNormal(target.personId === null ? 220 : 130, 0.8) * hourMs);
    duringTheWait(at, next);
    later(next, (then) => claim(then, true));
  }

  function report(at: number): void {
    const by = story.claims.at(-1)?.claimed_by;
    const channel = random.chance(0.75) ? 'phone' : 'visit';
    const text = random.pick(phoneEvidenceNotes[language]);
    facts.end(story, date(at), by ? { id: by } : contactAgent(world), {
      kind: 'reported',
      text,
      channel,
      said_at: date(at - random.between(6, 90) * minuteMs),
    });
  }

  function withdraw(at: number): void {
    if (row.state === 'closed') return;
    const proof = grant(at);
    if (proof)
      facts.end(story, date(at), 'customer', {
        kind: 'withdrawn',
        grant_id: proof.id,
        text: random.chance(0.8) ? texts.withdrawal(about) : null,
        channel: 'portal',
      });
  }

  function closeByAuthority(at: number): void {
    if (row.state === 'closed') return;
    const possible = authorityClosureReasons[language].filter(
      (one) => one.reason !== 'duplicate' || subject.earlier !== null,
    );
    const chosen = random.weighted(
      possible,
      (one) => ({ duplicate: 5, 'out-of-scope': 4, law: 1, abuse: 0.5 })[one.reason],
    );
    const duplicateOf = chosen.reason === 'duplicate' ? subject.earlier : null;
    facts.end(story, date(at), managerOf(world, row.unit_id), {
      kind: 'closed_by_authority',
      reason: chosen.reason,
      text: chosen.text,
      duplicate_of_id: duplicateOf,
    });
    mayComeBack(at, 0.06);
  }

  function mayComeBack(closedAt: number, probability: number): void {
    if (!random.chance(probability)) return;
    later(closedAt + random.between(0.5, 26) * dayMs, (at) => {
      if (row.state !== 'closed') return;
      const proof = grant(at);
      facts.reopen(
        story,
        date(at),
        proof ? { grantId: proof.id } : managerOf(world, row.unit_id),
        say(texts.dispute(about), at),
      );
      const next = time.officeTime(at + random.logNormal(60, 0.8) * hourMs);
      duringTheWait(at, next);
      later(next, (then) => claim(then, true));
    });
  }
}
