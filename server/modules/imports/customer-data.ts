// What files said about a customer and was kept for correction: nothing to give out, since it became no record; erased with the customer.
import { sql } from 'kysely';
import { enqueue } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import { forgetFinishedJob } from './forget-files.ts';

/** Of a phone: country codes and zeros before it come and go. */
const digitsThatStay = 7;

export const customerData: CustomerData = {
  async read() {
    return [];
  },
  async erase(ctx, _records, { emails, phones, ids }) {
    const ends = phones.map((phone) => phone.replace(/\D/g, '').slice(-digitsThatStay));
    const plain = ids.map((id) => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    const known = (texts: readonly string[], least: number) => texts.filter((text) => text.length >= least);
    await sql`select imports_erase(${known(emails, 1)}::text[], ${known(ends, digitsThatStay)}::text[], ${known(plain, 1)}::text[])`.execute(
      ctx.transaction,
    );
    enqueue(ctx, forgetFinishedJob, {});
  },
};
