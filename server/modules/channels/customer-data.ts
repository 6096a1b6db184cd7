// What the channels module keeps about a customer: mails to and from the customer's addresses.
import { sql } from 'kysely';
import { emailsEverOf } from '#modules/customers/index.ts';
import { on } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import type { ChannelTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const addresses = await emailsEverOf(ctx, records);
    if (addresses.length === 0) return [];
    const sent = await on<ChannelTables>(ctx)
      .selectFrom('outgoing_mails')
      .select(['created_at as at', 'to_address as address', 'subject', 'body_text as text'])
      .where('organisation_id', '=', ctx.organisationId)
      .where(sql<string>`lower(to_address)`, 'in', addresses)
      .orderBy('created_at')
      .execute();
    const received = await on<ChannelTables>(ctx)
      .selectFrom('received_mails')
      .select(['received_at as at', 'from_address as address', 'subject', 'body_text as text'])
      .where('organisation_id', '=', ctx.organisationId)
      .where(sql<string>`lower(from_address)`, 'in', addresses)
      .orderBy('received_at')
      .execute();
    return [
      {
        key: 'mailsSent',
        title: { ar: 'الرسائل الصادرة', fa: 'نامه‌های فرستاده', en: 'Mails sent' },
        columns,
        rows: sent,
      },
      {
        key: 'mailsReceived',
        title: { ar: 'الرسائل الواردة', fa: 'نامه‌های رسیده', en: 'Mails received' },
        columns,
        rows: received,
      },
    ];
  },
  async erase(ctx, records) {
    await sql`select mails_erase(${await emailsEverOf(ctx, records)}::text[])`.execute(ctx.transaction);
  },
};

const columns = [
  { key: 'at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } },
  { key: 'address', name: { ar: 'العنوان', fa: 'نشانی', en: 'Address' } },
  { key: 'subject', name: { ar: 'الموضوع', fa: 'موضوع', en: 'Subject' } },
  { key: 'text', name: { ar: 'النص', fa: 'متن', en: 'Text' } },
];
