// The service policies of the sample organisation: complaints by the rules of its country, outages at once, two large segments first.
import type { LocaleText } from '#contract/common.ts';
import type { Goal, PolicyConditions } from '#contract/service-policies.ts';
import type { SampleCountry } from '#modules/organisation/index.ts';
import type { SegmentViews } from '#modules/segments/index.ts';
import { asOf } from '#platform/as-of.ts';
import { on, type Context } from '#platform/context.ts';
import { createPolicy } from './create-policy.ts';
import { listCalendars } from './list-calendars.ts';
import { regimeOf } from './regimes.ts';
import { promise } from './regimes/pack.ts';

type SamplePolicy = {
  name: LocaleText;
  conditions: Partial<PolicyConditions>;
  goals: Goal[];
  regimeId: string | null;
};

const regimes: Record<SampleCountry, string> = { SA: 'sa-sama', IR: 'ir-executive' };
const outages = ['water-outage', 'power-outage'];
/** Who has most to lose by a standstill, and is promised more for it: the page of what a policy costs shows who waits for them. */
const favoured = ['Industrial or strategic zone', 'Factory'];
const none: PolicyConditions = {
  kinds: [],
  categoryIds: [],
  segmentIds: [],
  channels: [],
  priorities: [],
  productIds: [],
};

/** After calendars, categories and the tree. `categories`: key → id. */
export async function writeSamplePolicies(
  ctx: Context,
  given: { country: SampleCountry; since: Date; categories: readonly { key: string; id: string }[] },
): Promise<void> {
  await asOf(ctx, given.since, async (then) => {
    const contactCentre = (await listCalendars(then)).items.find((one) => !one.isDefault)!.id;
    const segmentIds = await segmentsNamed(then, favoured);
    const categoryIds = given.categories.filter(({ key }) => outages.includes(key)).map(({ id }) => id);
    // One after the other: each goes to the end.
    for (const { conditions, ...policy } of policiesOf(regimes[given.country], {
      contactCentre,
      segmentIds,
      categoryIds,
    }))
      await createPolicy(then, { ...policy, conditions: { ...none, ...conditions } });
  });
}

async function segmentsNamed(ctx: Context, names: readonly string[]): Promise<string[]> {
  const rows = await on<SegmentViews>(ctx)
    .selectFrom('segment_briefs')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .execute();
  return rows.filter(({ name }) => names.includes((name as LocaleText).en ?? '')).map(({ id }) => id);
}

function policiesOf(
  regimeId: string,
  ids: { contactCentre: string; segmentIds: string[]; categoryIds: string[] },
): readonly SamplePolicy[] {
  const pack = regimeOf(regimeId)!.goals;
  const waits: Goal['pausedBy'] = ['customer-information', 'outside-party', 'site-visit'];
  const answers = [
    promise({ target: 'next-answer', amount: 2, unit: 'working-days' }),
    promise({ target: 'hand-off', amount: 240, unit: 'working-minutes' }),
  ];
  return [
    {
      name: { ar: 'انقطاع الخدمة', fa: 'قطعی خدمات', en: 'Outages' },
      conditions: { kinds: ['complaint', 'request'], categoryIds: ids.categoryIds },
      goals: [
        promise({ target: 'acknowledge', amount: 30, unit: 'working-minutes', calendarId: ids.contactCentre }),
        promise({ target: 'first-answer', amount: 120, unit: 'working-minutes', calendarId: ids.contactCentre }),
        promise({
          target: 'claim',
          amount: 2,
          unit: 'days',
          calendarId: ids.contactCentre,
          onBreach: ['notify-head', 'raise-priority'],
        }),
        promise({ target: 'dispute-answer', amount: 1, unit: 'working-days' }),
      ],
      regimeId: null,
    },
    {
      name: { ar: 'كبار المنشآت', fa: 'مشترکان صنعتی', en: 'Industry first' },
      conditions: { kinds: ['complaint', 'request'], segmentIds: ids.segmentIds },
      goals: [
        promise({ target: 'acknowledge', amount: 60, unit: 'working-minutes' }),
        promise({ target: 'first-answer', amount: 240, unit: 'working-minutes' }),
        promise({ target: 'claim', amount: 2, unit: 'working-days', pausedBy: ['site-visit'] }),
        promise({ target: 'dispute-answer', amount: 2, unit: 'working-days' }),
      ],
      regimeId,
    },
    {
      name: { ar: 'الشكاوى', fa: 'شکایت‌ها', en: 'Complaints' },
      conditions: { kinds: ['complaint'] },
      goals: [...pack.map((goal) => (goal.target === 'claim' ? { ...goal, pausedBy: waits } : goal)), ...answers],
      regimeId,
    },
    {
      name: { ar: 'الطلبات والاستفسارات', fa: 'درخواست‌ها و پرسش‌ها', en: 'Requests and inquiries' },
      conditions: { kinds: ['request', 'inquiry'] },
      goals: [
        promise({ target: 'acknowledge', amount: 1, unit: 'working-days' }),
        promise({ target: 'first-answer', amount: 3, unit: 'working-days' }),
        promise({ target: 'claim', amount: 15, unit: 'working-days', pausedBy: waits }),
        promise({ target: 'dispute-answer', amount: 5, unit: 'working-days' }),
        ...answers,
      ],
      regimeId: null,
    },
    {
      name: { ar: 'الاقتراحات والملاحظات', fa: 'پیشنهادها و نظرها', en: 'Suggestions and remarks' },
      conditions: { kinds: ['suggestion', 'remark'] },
      goals: [
        promise({ target: 'acknowledge', amount: 2, unit: 'working-days' }),
        promise({ target: 'claim', amount: 30, unit: 'days', onWarn: [], warnAt: null }),
      ],
      regimeId: null,
    },
  ];
}
