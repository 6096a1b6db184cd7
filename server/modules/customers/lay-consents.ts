// What a row of a file says about consents, laid over what the customer said: never assumed, and never wider than the last word.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { FieldFault } from '#platform/errors.ts';
import type { ConsentField } from './consent-fields.ts';
import type { CustomerState } from './customer-state.ts';
import type { ReadValues } from './value-reader.ts';

type Word = { given: boolean; at: Date };
/** `own`: the last word of the record itself. `strictest`: of all records that count as the customer. */
export type KnownConsent = { own: Word | null; strictest: Word };
export type AddedConsent = Pick<ConsentField, 'purpose' | 'channel'> & Word;

export const consentKey = (purpose: string, channel: string): string => `${purpose} ${channel}`;

/** Of these customers, into their states. */
export async function readConsents(ctx: Context, states: ReadonlyMap<string, CustomerState>): Promise<void> {
  if (states.size === 0) return;
  const ids = [...states.keys()];
  const { rows } = await sql<Word & { survivor: string; own: boolean; purpose: string; channel: string }>`
    with records as (
      select c.id, coalesce(c.merged_into_id, c.id) as survivor from customers c
       where c.organisation_id = ${ctx.organisationId} and (c.id = any(${ids}::uuid[]) or c.merged_into_id = any(${ids}::uuid[]))
    )
    select distinct on (r.id, s.purpose, s.channel) r.survivor, r.id = r.survivor as own, s.purpose, s.channel, s.given, s.at
      from records r join consents s on s.organisation_id = ${ctx.organisationId} and s.customer_id = r.id
     order by r.id, s.purpose, s.channel, s.at desc, s.id desc`.execute(ctx.transaction);
  for (const { survivor, own, purpose, channel, given, at } of rows) {
    const consents = states.get(survivor)?.consents;
    const before = consents?.get(consentKey(purpose, channel));
    const word = { given, at };
    // A refusal of any record counts, and of several the latest.
    const strictest =
      !before || (before.strictest.given && !given) || (before.strictest.given === given && before.strictest.at < at)
        ? word
        : before.strictest;
    consents?.set(consentKey(purpose, channel), { own: own ? word : (before?.own ?? null), strictest });
  }
}

/**
 * A yes counts from the beginning of its day, a no until its end, so that of a day with both the no stands. A yes without a day
 * counts from the day of the file, and never against a refusal: nobody can say which was later.
 */
export function layConsents(
  state: CustomerState,
  { consents, consentsOn }: Pick<ReadValues, 'consents' | 'consentsOn'>,
  fileAt: Date,
): { added: boolean; left: FieldFault[] } {
  const left: FieldFault[] = [];
  let added = false;
  for (const { key, purpose, channel, given } of consents) {
    const known = state.consents.get(consentKey(purpose, channel));
    if (known?.own?.given === given) continue;
    const at = consentsOn ? (given ? consentsOn.from : consentsOn.until) : fileAt;
    const strictest = known?.strictest;
    if (given && strictest && !strictest.given && (!consentsOn || strictest.at >= at)) {
      left.push({ field: key, code: consentsOn ? 'consent-withdrawn-later' : 'consent-without-date' });
      continue;
    }
    if (!given && known?.own && known.own.at > at) {
      left.push({ field: key, code: 'consent-given-later' });
      continue;
    }
    const word = { given, at };
    state.addedConsents.push({ purpose, channel, ...word });
    state.consents.set(consentKey(purpose, channel), {
      own: word,
      strictest: strictest && !strictest.given && given ? strictest : word,
    });
    added = true;
  }
  return { added, left };
}
