// The processes of the sample organisation: two that run, with instances at all their steps, some refused or late; and two begun from shipped templates.
import { sampleActor, type SampleCountry, type SampleOrganisation } from '#modules/organisation/index.ts';
import type { StaffActor } from '#platform/actor.ts';
import { asOf } from '#platform/as-of.ts';
import { actingAs, on, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { claimTask } from './tasks/claim-task.ts';
import { completeTask } from './tasks/complete-task.ts';
import { acceptHandOff, refuseHandOff } from './hand-offs/decide-hand-off.ts';
import { offerAgain } from './hand-offs/offer-again.ts';
import { publishVersion } from './models/publish-version.ts';
import { sampleProcesses, type SampleProcess } from './sample/processes.ts';
import { startInstance } from './instances/start-instance.ts';
import type { ProcessTables } from './tables.ts';
import { beginModel } from './templates/begin-from-template.ts';
import { requireTemplate } from './templates/templates.ts';
import { openThread } from './threads/open-thread.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const owner = 'customer-service-director';
/** Of each process; the last ones are still under way. */
const instances = 24;
/** Whoever works in a unit of a lane. */
const workers: Record<string, string> = {
  complaints: 'complaints-officer',
  water: 'water-engineer',
  'field-maintenance': 'maintenance-technician',
  billing: 'billing-head',
};
const reason = { ar: 'رقم العداد ناقص', fa: 'شمارهٔ کنتور نیست' };
const doubt = {
  ar: 'هل تكفي ثلاثون يومًا لقياس الأثر؟',
  fa: 'آیا سی روز برای سنجش اثر بس است؟',
};
const remedy = { ar: 'أُضيف رقم العداد', fa: 'شمارهٔ کنتور افزوده شد' };

export type SampleProcesses = { country: SampleCountry; organisation: SampleOrganisation; since: Date; now: Date };

export async function writeSampleProcesses(ctx: Context, sample: SampleProcesses): Promise<void> {
  const { organisation, now, since } = sample;
  const language = sample.country === 'IR' ? 'fa' : 'ar';
  const at = <T>(when: Date, actor: StaffActor, work: (past: Context) => Promise<T>): Promise<T> =>
    asOf(ctx, when, (past) => underRole(past, 'rida_staff', () => work(actingAs(past, actor))));
  const holder = (position: string) =>
    sampleActor(
      ctx,
      organisation.people.find((one) => one.position === position)!,
    );
  for (const process of sampleProcesses) {
    await publish(await beginSample(process));
    for (let place = 0; place < instances; place += 1) await run(process, place);
  }
  // Declared and not running yet; and one that is still being drawn.
  const report = { planning: 'contact-centre', manager: 'customer-service', 'human-resources': 'human-resources' };
  await publish(
    await beginSample({ template: requireTemplate('workforce-report'), unit: 'customer-service', units: report }),
  );
  const improvement = await beginSample({
    template: requireTemplate('improvement-case'),
    unit: 'quality',
    units: { operations: 'quality', owner: 'water' },
  });
  await at(new Date(now.getTime() - 2 * dayMs), holder('quality-head'), (past) =>
    openThread(past, { id: improvement, elementId: 'let-it-work', version: null, body: doubt[language] }),
  );

  function beginSample({ template, unit, units }: SampleProcess): Promise<string> {
    const director = holder(owner);
    return at(new Date(since.getTime() + 5 * dayMs), director, async (past) => {
      const { id } = await beginModel(past, template, {
        key: template.key,
        unitId: unitOf(unit).id,
        ownerId: director.personId,
        language,
        units: Object.fromEntries(Object.entries(units).map(([role, key]) => [role, unitOf(key).id])),
      });
      return id;
    });
  }

  async function publish(id: string): Promise<void> {
    await at(new Date(since.getTime() + 5 * dayMs), holder(owner), (past) =>
      publishVersion(past, { id, revision: 1, note: null }),
    );
  }

  function unitOf(key: string) {
    return organisation.units.find((unit) => unit.key === key)!;
  }

  /** Begun some days apart; each task takes some hours, and where that leads beyond now it is still under way. */
  async function run(process: SampleProcess, place: number): Promise<void> {
    let when = now.getTime() - (instances - place) * 1.7 * dayMs - 3 * hourMs;
    const first = holder(workers['complaints']!);
    const { id } = await at(new Date(when), first, (past) =>
      startInstance(past, { modelKey: process.template.key, variables: {} }),
    );
    for (let step = 0; ; step += 1) {
      when += (5 + ((place * 7 + step * 11) % 40)) * hourMs;
      const task = when < now.getTime() ? await openTask(id) : undefined;
      if (!task) return;
      const actor = workerOf(task.unit_id);
      const then = new Date(when);
      if (task.state === 'offered' && place % 4 === 1 && step === 1)
        await at(then, actor, (past) => refuseHandOff(past, { id: task.id, reason: reason[language], unmet: [] }));
      else if (task.state === 'offered')
        await at(then, actor, (past) => acceptHandOff(past, { id: task.id, claim: true }));
      else if (task.state === 'returned')
        await at(then, actor, (past) => offerAgain(past, { id: task.id, note: remedy[language], variables: {} }));
      else
        await at(then, actor, async (past) => {
          await claimTask(past, task.id);
          await completeTask(past, { id: task.id, variables: step === 0 ? { visit: place % 5 !== 4 } : {} });
        });
    }
  }

  function workerOf(unitId: string): StaffActor {
    const { key } = organisation.units.find((unit) => unit.id === unitId)!;
    return holder(workers[key]!);
  }

  /** These processes have one at a time. */
  function openTask(instanceId: string) {
    return on<ProcessTables>(ctx)
      .selectFrom('process_tasks')
      .select(['id', 'state', 'unit_id'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('instance_id', '=', instanceId)
      .where('ended', '=', false)
      .executeTakeFirst();
  }
}
