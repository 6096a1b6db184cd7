// A length of time as people say it, an amount and a unit, and as diagrams write it.
export const lengthUnits = ['minutes', 'hours', 'days', 'weeks'] as const;
export type LengthUnit = (typeof lengthUnits)[number];
export type Length = { amount: number; unit: LengthUnit };

const written: Record<LengthUnit, (amount: number) => string> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
  weeks: (amount) => `P${amount}W`,
};

export const writeLength = ({ amount, unit }: Length): string => written[unit](amount);

/** Null where it is more than one amount with one unit, such as `P1DT4H`. */
export function readLength(text: string): Length | null {
  const found = /^P(?:(\d+)W|(\d+)D|T(\d+)H|T(\d+)M)$/.exec(text);
  if (!found) return null;
  const place = found.slice(1).findIndex((part) => part !== undefined);
  return { amount: Number(found[place + 1]), unit: (['weeks', 'days', 'hours', 'minutes'] as const)[place]! };
}
