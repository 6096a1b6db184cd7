// What knowledge holds of a customer: words about articles, where they are known to be that customer's.
import type { CustomerData } from '#platform/customer-data.ts';
import { on } from '#platform/context.ts';
import type { KnowledgeTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const rows = await on<KnowledgeTables>(ctx)
      .selectFrom('knowledge_feedback')
      .select(['given_at', 'helpful', 'missing'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', 'in', [...records])
      .orderBy('given_at')
      .execute();
    if (rows.length === 0) return [];
    return [
      {
        key: 'knowledge-feedback',
        title: { ar: 'آراء في المقالات', fa: 'بازخورد دربارهٔ مقاله‌ها', en: 'Feedback on articles' },
        columns: [
          { key: 'given_at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } },
          { key: 'helpful', name: { ar: 'مفيد', fa: 'مفید', en: 'Helpful' } },
          { key: 'missing', name: { ar: 'الناقص', fa: 'آنچه کم بود', en: 'What was missing' } },
        ],
        rows,
      },
    ];
  },
  /** The yes or no stays, so that counts stay true; words go. */
  async erase(ctx, records) {
    await on<KnowledgeTables>(ctx)
      .updateTable('knowledge_feedback')
      .set({ missing: null })
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', 'in', [...records])
      .where('missing', 'is not', null)
      .execute();
  },
};
