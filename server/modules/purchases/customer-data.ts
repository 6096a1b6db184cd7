// What the purchases module keeps about a customer: what was bought, where and when, and what dealers entered.
import { sql } from 'kysely';
import { on } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import { purchaseRows } from './purchase.ts';
import type { PurchasesTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const purchases = await purchaseRows(ctx)
      .where('p.customer_id', 'in', [...records])
      .orderBy('p.bought_on')
      .execute();
    const entries = await on<PurchasesTables>(ctx)
      .selectFrom('dealer_buyers as b')
      .innerJoin('dealers as d', (join) =>
        join.onRef('d.organisation_id', '=', 'b.organisation_id').onRef('d.id', '=', 'b.dealer_id'),
      )
      .select(['b.entered_at', 'd.name as dealer', 'b.name', 'b.phone'])
      .where('b.organisation_id', '=', ctx.organisationId)
      .where('b.customer_id', 'in', [...records])
      .orderBy('b.entered_at')
      .execute();
    return [
      ...(purchases.length === 0
        ? []
        : [
            {
              key: 'purchases',
              title: { ar: 'المشتريات', fa: 'خریدها', en: 'Purchases' },
              columns: purchaseColumns,
              rows: purchases.map((row) => ({
                bought_on: row.bought_on,
                product: row.product_name,
                dealer: row.dealer_name,
                place: row.place,
                cancelled_at: row.cancelled_at,
              })),
            },
          ]),
      ...(entries.length === 0
        ? []
        : [
            {
              key: 'dealerEntries',
              title: { ar: 'ما أدخله وكلاء البيع', fa: 'آنچه نمایندگی‌ها ثبت کردند', en: 'Entered by dealers' },
              columns: entryColumns,
              rows: entries,
            },
          ]),
    ];
  },
  async erase(ctx, records) {
    await sql`select purchases_erase(${[...records]}::uuid[])`.execute(ctx.transaction);
  },
};

const purchaseColumns = [
  { key: 'bought_on', name: { ar: 'يوم الشراء', fa: 'روز خرید', en: 'Bought' } },
  { key: 'product', name: { ar: 'المنتج أو الخدمة', fa: 'محصول یا خدمت', en: 'Product or service' } },
  { key: 'dealer', name: { ar: 'وكيل البيع', fa: 'نمایندگی', en: 'Dealer' } },
  { key: 'place', name: { ar: 'المكان', fa: 'مکان', en: 'Place' } },
  { key: 'cancelled_at', name: { ar: 'وقت الإلغاء', fa: 'زمان ابطال', en: 'Taken back' } },
];
const entryColumns = [
  { key: 'entered_at', name: { ar: 'وقت الإدخال', fa: 'زمان ثبت', en: 'Entered' } },
  { key: 'dealer', name: { ar: 'وكيل البيع', fa: 'نمایندگی', en: 'Dealer' } },
  { key: 'name', name: { ar: 'الاسم', fa: 'نام', en: 'Name' } },
  { key: 'phone', name: { ar: 'الهاتف', fa: 'تلفن', en: 'Phone' } },
];
