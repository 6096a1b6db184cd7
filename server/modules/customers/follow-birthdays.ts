// Moves people between age groups when a birthday, or a change of the groups, puts them into another one.
import { sql } from 'kysely';
import { z } from 'zod';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { customerChanged } from './customer-events.ts';

const batch = 2_000;

/** At most one batch; answers with how many were moved. The whole years of `age()` are those of `ageOn`. */
export async function followBirthdays(ctx: Context): Promise<number> {
  const { timeZone } = await readOrganisation(ctx);
  const today = isoDateAt(ctx.clock.now(), timeZone);
  const { rows } = await sql<{ id: string }>`
    with moved as (
      select c.id, g.id as group_id
        from customers c
        left join customer_choices g on g.organisation_id = c.organisation_id and g.list = 'age-group' and g.active
             and (g.from_age is not null or g.until_age is not null)
             and extract(year from age(${today}::date, c.birth_date)) >= coalesce(g.from_age, 0)
             and (g.until_age is null or extract(year from age(${today}::date, c.birth_date)) < g.until_age)
       where c.organisation_id = ${ctx.organisationId} and c.birth_date is not null and c.merged_into_id is null
         and c.age_group_id is distinct from g.id
       limit ${batch} for no key update of c skip locked
    )
    update customers c set age_group_id = moved.group_id, changed_at = ${ctx.clock.now()}
      from moved where c.organisation_id = ${ctx.organisationId} and c.id = moved.id
    returning c.id`.execute(ctx.transaction);
  for (const { id } of rows) append(ctx, customerChanged(id, ['ageGroupId']));
  return rows.length;
}

export const followBirthdaysJob = defineJob({
  name: 'customer.follow-birthdays',
  data: z.object({ organisationId: z.uuid().optional() }),
  cron: '13 1 * * *',
  async handle(platform, data) {
    const only = (data as { organisationId?: string }).organisationId;
    const organisations = only ? [{ id: only }] : await platform.directory.organisations();
    for (const { id } of organisations)
      for (let done = batch; done === batch;)
        done = await transact(
          platform,
          { organisationId: id, actor: { kind: 'system', name: 'customer.follow-birthdays' } },
          followBirthdays,
        );
  },
});
