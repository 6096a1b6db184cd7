// Refused rows, and rows cut short, as a list: of the run, or of the trial run while there was no other.
import type { FaultyRow } from '#contract/imports.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, encodeCursor } from '#platform/paging.ts';
import { requireImport } from './import-record.ts';
import { faultyRows, shownFault } from './faulty-rows.ts';

export async function listFaults(
  ctx: Context,
  input: { id: string; cursor?: string | undefined; limit: number },
): Promise<{ items: FaultyRow[]; next: string | null }> {
  const record = await requireImport(ctx, input.id);
  const after = input.cursor === undefined ? 0 : Number(decodeCursor(input.cursor, 1)[0]);
  const rows = await faultyRows(ctx, record, {
    trial: record.started_at === null,
    after,
    limit: input.limit + 1,
  });
  const kept = rows.slice(0, input.limit);
  return {
    items: kept.map(shownFault),
    next: rows.length > input.limit ? encodeCursor([kept.at(-1)?.row ?? 0]) : null,
  };
}
