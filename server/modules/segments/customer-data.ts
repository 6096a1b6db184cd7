// What the segments module keeps about a customer: the places in the customer tree, with the reasons of those who pinned.
import { on } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import type { SegmentTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const rows = await on<SegmentTables>(ctx)
      .selectFrom('segment_members as m')
      .innerJoin('segment_nodes as n', (join) =>
        join
          .onRef('n.organisation_id', '=', 'm.organisation_id')
          .onRef('n.segment_id', '=', 'm.segment_id')
          .onRef('n.tree_version', '=', 'm.tree_version'),
      )
      .select(['m.since', 'm.until', 'n.name as segment'])
      .where('m.organisation_id', '=', ctx.organisationId)
      .where('m.customer_id', 'in', [...records])
      .orderBy('m.since')
      .execute();
    if (rows.length === 0) return [];
    return [
      {
        key: 'segments',
        title: { ar: 'شرائح العميل', fa: 'بخش‌های مشتری', en: 'Segments' },
        columns: [
          { key: 'segment', name: { ar: 'الشريحة', fa: 'بخش', en: 'Segment' } },
          { key: 'since', name: { ar: 'منذ', fa: 'از', en: 'Since' } },
          { key: 'until', name: { ar: 'حتى', fa: 'تا', en: 'Until' } },
        ],
        rows,
      },
    ];
  },
  /** Places stay, since figures compare segments; words about the person go. */
  async erase(ctx, records) {
    await on<SegmentTables>(ctx)
      .updateTable('segment_members')
      .set({ pin_reason: '—' })
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', 'in', [...records])
      .where('pin_reason', 'is not', null)
      .execute();
  },
};
