// While a customer is entered: who is here already and may be the same, and why. Nothing is stored.
import type { Evidence, ComparedRecord } from '#contract/duplicates.ts';
import type { z } from 'zod';
import { toLatinDigits } from '#kernel/digits.ts';
import { addressesOf } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';
import { blockKeys } from './block-keys.ts';
import { comparedRecords } from './compared-records.ts';
import { candidatesWith } from './find-candidates.ts';
import { prepare } from './match-record.ts';
import { recordsWith } from './match-records.ts';
import { readPopulation } from './read-population.ts';
import { scorePair } from './score-pair.ts';

export type Typed = {
  kind: 'person' | 'company';
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  nationalId?: string | undefined;
  birthDate?: string | undefined;
};
export type Possible = { record: ComparedRecord; probability: number; evidence: z.infer<typeof Evidence>[] };

/** Shown from one in twenty: a person looks, and half of it is typed by then. */
const showFrom = 0.05;
const most = 5;

/** What is no e-mail or phone yet does not count. The likeliest first, one a customer, at most five. */
export async function findPossible(ctx: Context, typed: Typed): Promise<Possible[]> {
  const { email, phone } = await addressesOf(ctx, typed);
  const entered = prepare({
    id: '',
    kind: typed.kind,
    name: typed.name,
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
    nationalId: typed.nationalId ? toLatinDigits(typed.nationalId.trim()) : null,
    externalId: null,
    birthDate: typed.birthDate ?? null,
    regionId: null,
  });
  const stored = await recordsWith(ctx, await candidatesWith(ctx, blockKeys(entered)));
  const candidates = stored.map((record) => ({ ...record, ...prepare(record) }));
  const population = await readPopulation(ctx, [entered, ...candidates]);
  const best = new Map<string, { survivorId: string; score: ReturnType<typeof scorePair> }>();
  for (const candidate of candidates) {
    const score = scorePair(entered, candidate, population);
    if (score.probability >= showFrom && score.bits > (best.get(candidate.survivorId)?.score.bits ?? -99))
      best.set(candidate.survivorId, { survivorId: candidate.survivorId, score });
  }
  const shown = [...best.values()].sort((a, b) => b.score.bits - a.score.bits).slice(0, most);
  const records = await comparedRecords(
    ctx,
    shown.map((one) => one.survivorId),
  );
  return shown.flatMap(({ survivorId, score }) => {
    const record = records.get(survivorId);
    return record ? [{ record, probability: score.probability, evidence: score.evidence }] : [];
  });
}
