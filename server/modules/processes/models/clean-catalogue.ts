// What the catalogue says of a process, on its way into the database.
import type { LocaleText } from '#contract/common.ts';
import type { ModelInput, Sipoc } from '#contract/processes.ts';
import { cleanLocaleText, requirePerson, requireUnit } from '#modules/organisation/index.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { Context } from '#platform/context.ts';

/** Throws `unit.not-found`, `person.not-found`, `person.inactive`. */
export async function requireCatalogue(
  ctx: Context,
  { unitId, ownerId }: Pick<ModelInput, 'unitId' | 'ownerId'>,
): Promise<void> {
  await Promise.all([requireUnit(ctx, unitId), requirePerson(ctx, ownerId)]);
}

/** Throws `request.invalid` where nothing readable is left of a text. */
export function cleanCatalogue(input: ModelInput) {
  const text = (field: string, value: LocaleText | null) => (value === null ? null : cleanLocaleText(field, value));
  return {
    name: cleanLocaleText('name', input.name),
    unit_id: input.unitId,
    owner_id: input.ownerId,
    sipoc: JSON.stringify(cleanSipoc(input.sipoc)),
    promise: text('promise', input.promise),
    objective: text('objective', input.objective),
    pcf_id: input.pcfId,
  };
}

const cleanSipoc = (sipoc: Sipoc): Sipoc =>
  Object.fromEntries(
    Object.entries(sipoc).map(([part, lines]) => [
      part,
      lines.map((line) => cleanText(line).replace(/\s+/g, ' ')).filter((line) => line !== ''),
    ]),
  ) as Sipoc;
