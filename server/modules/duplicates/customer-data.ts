// What the duplicates module keeps about a customer: keys to recognise them by, which are no facts of their own, and merges.
import { sql } from 'kysely';
import { on } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import type { DuplicatesTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const rows = await on<DuplicatesTables>(ctx)
      .selectFrom('merges')
      .select(['merged_at', 'undone_at'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('survivor_id', 'in', [...records])
      .orderBy('merged_at')
      .execute();
    if (rows.length === 0) return [];
    return [
      {
        key: 'merges',
        title: { ar: 'دمج السجلات', fa: 'ادغام سوابق', en: 'Merged records' },
        columns: [
          { key: 'merged_at', name: { ar: 'وقت الدمج', fa: 'زمان ادغام', en: 'Merged' } },
          { key: 'undone_at', name: { ar: 'وقت فك الدمج', fa: 'زمان لغو', en: 'Taken back' } },
        ],
        rows,
      },
    ];
  },
  async erase(ctx, records) {
    await sql`select duplicates_erase(${[...records]}::uuid[])`.execute(ctx.transaction);
  },
};
