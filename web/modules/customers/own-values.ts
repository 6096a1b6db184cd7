// Values of the organisation's own fields as a form holds them: what nobody touched is there and empty.
import { z } from 'zod';
import { FieldValue } from '#contract/customer-record.ts';

export const OwnValues = z.record(z.string(), FieldValue.nullish()).optional();

/** Without the empty ones, for a new customer. */
export function filled(values: z.output<typeof OwnValues>): Record<string, z.output<typeof FieldValue>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => (value == null || value === '' ? [] : [[key, value]])),
  );
}
