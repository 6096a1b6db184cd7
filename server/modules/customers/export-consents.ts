// Consents in a list that leaves as a file: the words in force, in columns that an import reads again.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { ExportColumn, ExportLanguage, ExportValue } from '#platform/exporter.ts';
import { consentDate, consentFields } from './consent-fields.ts';
import { yesNoWords } from './yes-no-words.ts';

export const consentColumns: readonly ExportColumn[] = [
  ...consentFields.map(({ key, name }): ExportColumn => ({ key, names: name, type: 'text' })),
  { key: consentDate.key, names: consentDate.name, type: 'date' },
];

/**
 * The cells of `consentColumns` by customer. The one day is the earliest of them: wherever the file goes, no consent counts from
 * later than it was given. What two merged records say differently is a no.
 */
export async function consentCells(
  ctx: Context,
  ids: readonly string[],
  { language, timeZone }: { language: ExportLanguage; timeZone: string },
): Promise<(customerId: string) => ExportValue[]> {
  const { rows } = await sql<{ customer: string; purpose: string; channel: string; given: boolean; day: string }>`
    with records as (
      select c.id, coalesce(c.merged_into_id, c.id) as customer from customers c
       where c.organisation_id = ${ctx.organisationId} and (c.id = any(${[...ids]}::uuid[]) or c.merged_into_id = any(${[...ids]}::uuid[]))
    ), last as (
      select distinct on (r.id, s.purpose, s.channel) r.customer, s.purpose, s.channel, s.given, s.at
        from records r join consents s on s.organisation_id = ${ctx.organisationId} and s.customer_id = r.id
       order by r.id, s.purpose, s.channel, s.at desc, s.id desc
    )
    select distinct on (customer, purpose, channel) customer, purpose, channel, given, to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day
      from last order by customer, purpose, channel, given, at desc`.execute(ctx.transaction);
  const words = yesNoWords[language];
  const said = new Map<string, Map<string, (typeof rows)[number]>>();
  for (const row of rows) {
    const own = said.get(row.customer) ?? new Map<string, (typeof rows)[number]>();
    own.set(`consents.${row.purpose}.${row.channel}`, row);
    said.set(row.customer, own);
  }
  return (customerId) => {
    const own = said.get(customerId);
    const days = [...(own?.values() ?? [])].map((row) => row.day).toSorted();
    return [
      ...consentFields.map(({ key }) => {
        const word = own?.get(key);
        return word ? words[word.given ? 1 : 0] : null;
      }),
      days[0] ?? null,
    ];
  };
}
