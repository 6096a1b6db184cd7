// Jobs of authority: delegations whose last day is over, and rules that end soon.
import { sql } from 'kysely';
import { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { notify } from '#modules/notifications/index.ts';
import { append, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { dayAt } from './read-world.ts';

const soonDays = 30;
const batch = 500;

const tellEnds = defineJob({
  name: 'authority.tell-ends',
  data: z.object({}),
  cron: '40 * * * *',
  async handle(platform) {
    const actor = { kind: 'system', name: 'authority.tell-ends' } as const;
    for (const { id } of await platform.directory.organisations()) {
      for (let done = batch; done === batch;)
        done = await transact(platform, { organisationId: id, actor }, endDelegations);
      await transact(platform, { organisationId: id, actor }, tellOfRules);
    }
  },
});

/** Says of each once that its last day is over, by the organisation's own days. */
async function endDelegations(ctx: Context): Promise<number> {
  const today = await dayAt(ctx, ctx.clock.now());
  const { rows } = await sql<{ id: string; giverId: string; delegateId: string; until: string }>`
    update authority_delegations set ended_at = ${ctx.clock.now()}::timestamptz
     where organisation_id = ${ctx.organisationId} and id in (
       select id from authority_delegations
        where organisation_id = ${ctx.organisationId} and valid_until < ${today}::date and ended_at is null and revoked_at is null limit ${batch})
    returning id, giver_id as "giverId", delegate_id as "delegateId", valid_until as "until"`.execute(ctx.transaction);
  for (const { id, giverId, delegateId, until } of rows) {
    const subject = { subjectType: 'authority-delegation', subjectId: id };
    append(ctx, { type: 'authority.delegation-ended', ...subject, data: { until } });
    await notify(ctx, {
      ...subject,
      type: 'authority.delegation-ended',
      personIds: [giverId, delegateId],
      data: { until },
      once: 'ended',
    });
  }
  return rows.length;
}

/** To whoever made the rule: it can be made anew before it is missed. */
async function tellOfRules(ctx: Context): Promise<void> {
  const today = await dayAt(ctx, ctx.clock.now());
  const soon = toIsoDate(addDays(fromIsoDate(today, 'gregory'), soonDays));
  const { rows } = await sql<{ id: string; madeBy: string; until: string; title: LocaleText }>`
    select r.id, r.made_by as "madeBy", r.valid_until as "until", a.name as title from authority_rules r
      join authority_actions a on a.organisation_id = r.organisation_id and a.id = r.action_id and a.retired_at is null
     where r.organisation_id = ${ctx.organisationId} and r.ended_at is null and r.made_by is not null
       and r.valid_until between ${today}::date and ${soon}::date
     order by r.valid_until limit 5000`.execute(ctx.transaction);
  for (const { id, madeBy, until, title } of rows)
    await notify(ctx, {
      personIds: [madeBy],
      type: 'authority.rule-ends-soon',
      subjectType: 'authority-rule',
      subjectId: id,
      data: { title, until },
      once: 'ends-soon',
    });
}

export const jobs = [tellEnds];
