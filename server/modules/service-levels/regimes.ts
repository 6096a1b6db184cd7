// Packs of rules of countries and standards, and which policies of the organisation carry them out.
import type { Regime } from '#contract/service-policies.ts';
import type { Context } from '#platform/context.ts';
import { inForce } from './in-force.ts';
import { aeCbuae } from './regimes/ae-cbuae.ts';
import { irCbi } from './regimes/ir-cbi.ts';
import { irExecutive } from './regimes/ir-executive.ts';
import { iso10002 } from './regimes/iso-10002.ts';
import type { RegimePack } from './regimes/pack.ts';
import { saSama } from './regimes/sa-sama.ts';
import { ukEightWeeks } from './regimes/uk-eight-weeks.ts';

export type { RegimePack };

export const regimePacks: readonly RegimePack[] = [iso10002, saSama, aeCbuae, irCbi, irExecutive, ukEightWeeks];

export const regimeOf = (id: string): RegimePack | null => regimePacks.find((one) => one.id === id) ?? null;

/** The rule of a pack by which records are kept, with its years. */
export const keepingRules = regimePacks.flatMap(({ id, retentionYears: years, rules }) => {
  const text = rules.find(({ about }) => about === 'retention')?.text;
  return years === null || !text ? [] : [{ regimeId: id, years, text }];
});

/** With the policies in force that name each. */
export async function regimes(ctx: Context): Promise<{ items: Regime[] }> {
  const { policies } = await inForce(ctx);
  return {
    items: regimePacks.map(({ rules, ...pack }) => ({
      ...pack,
      rules: rules.map(({ id, about, text, source }) => ({ id, about, text, source })),
      policies: policies.filter(({ regimeId }) => regimeId === pack.id).map(({ id, name }) => ({ id, name })),
    })),
  };
}
