// Everything about one customer, from every module: as data for a machine, and as a letter in the customer's language.
import type { z } from 'zod';
import type { Customer } from '#contract/customers.ts';
import type { CustomerDataExport } from '#contract/customer-record.ts';
import type { Language, LocaleText } from '#contract/common.ts';
import { formatDate, formatDateTime } from '#kernel/calendar/format-date.ts';
import { dateSettings, readOrganisation } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import type { CustomerDataSection } from '#platform/customer-data.ts';
import { dataExported } from './customer-events.ts';
import { readCustomer } from './read-customer.ts';
import { recordsOf } from './records-of.ts';

/** That it was taken, and by whom, stands in the customer's timeline. Throws `customer.not-found`. */
export async function exportCustomer(ctx: Context, id: string): Promise<z.infer<typeof CustomerDataExport>> {
  const customer = await readCustomer(ctx, id);
  const sections = await sectionsOf(ctx, customer);
  append(ctx, dataExported(customer.id, 'data'));
  return {
    customerId: customer.id,
    exportedAt: ctx.clock.now(),
    hidden: customer.hidden,
    sections: Object.fromEntries(sections.map(({ key, rows }) => [key, [...rows]])),
  };
}

async function sectionsOf(ctx: Context, { id, hidden }: Customer): Promise<CustomerDataSection[]> {
  const records = await recordsOf(ctx, id);
  const sections: CustomerDataSection[] = [];
  // One connection: one after the other, in the order of the tiers.
  for (const { customerData } of ctx.platform.modules)
    if (customerData) sections.push(...(await customerData.read(ctx, records)));
  if (!hidden.includes('contact')) return sections;
  // Lower sections left it out already; mails would give it away.
  return sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, address: null })) }));
}

/** Recorded as an export too. Throws `customer.not-found`. */
export async function customerDataLetter(ctx: Context, id: string): Promise<{ language: Language; html: string }> {
  const customer = await readCustomer(ctx, id);
  const { language } = customer;
  const settings = { ...(await dateSettings(ctx)), language };
  const { name } = await readOrganisation(ctx);
  const dir = language === 'en' ? 'ltr' : 'rtl';
  const words = letterWords[language];
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (value instanceof Date) return formatDateTime(value, settings);
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'object') return inLanguage(value, language);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text, settings, 'long') : text;
  };
  const tables = (await sectionsOf(ctx, customer)).map(
    ({ title, columns, rows }) => `<h2>${escaped(inLanguage(title, language))}</h2>
${
  rows.length === 0
    ? `<p>${words.nothing}</p>`
    : `<table><thead><tr>${columns.map((column) => `<th>${escaped(inLanguage(column.name, language))}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${columns.map(({ key }) => `<td dir="auto">${escaped(shown(row[key]))}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`
}`,
  );
  append(ctx, dataExported(customer.id, 'letter'));
  const html = `<!doctype html>
<html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><title>${words.title}</title><style>${style}</style></head>
<body><p>${escaped(inLanguage(name, language))} · ${escaped(formatDate(ctx.clock.now(), settings, 'full'))}</p>
<h1>${words.title}</h1><p>${words.to} <bdi>${escaped(customer.name)}</bdi></p><p>${words.means}</p>
${tables.join('\n')}</body></html>`;
  return { language, html };
}

function inLanguage(text: LocaleText | object, language: Language): string {
  const names = text as LocaleText;
  return names[language] || names.ar || names.fa || names.en || '';
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign).replace(/\n/g, '<br>');

const style = `body{font-family:Vazirmatn,"Noto Naskh Arabic",sans-serif;line-height:1.6;max-inline-size:52rem;margin:2rem auto;padding-inline:1rem}
table{border-collapse:collapse;inline-size:100%}th,td{border-block-end:1px solid #ccc;padding:.4rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}`;

const letterWords: Record<
  Language,
  { title: string; to: string; means: string; nothing: string; yes: string; no: string }
> = {
  ar: {
    title: 'بياناتكم لدينا',
    to: 'إلى',
    means: 'فيما يلي كل ما نحتفظ به من بيانات عنكم، وما قيل في معاملاتكم.',
    nothing: 'لا شيء.',
    yes: 'نعم',
    no: 'لا',
  },
  fa: {
    title: 'داده‌های شما نزد ما',
    to: 'به',
    means: 'در زیر هر آنچه دربارهٔ شما نگه داشته‌ایم و آنچه در پرونده‌هایتان گفته شده آمده است.',
    nothing: 'چیزی نیست.',
    yes: 'بله',
    no: 'خیر',
  },
  en: {
    title: 'Your data with us',
    to: 'To',
    means: 'Below is everything that we keep about you, and what was said in your cases.',
    nothing: 'Nothing.',
    yes: 'Yes',
    no: 'No',
  },
};
