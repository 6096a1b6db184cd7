// The processes of the sample organisation: two published models, and instances that stand at all their steps, some refused or late.
import type { Sipoc } from '#contract/processes.ts';
import { sampleActor, type SampleCountry, type SampleOrganisation } from '#modules/organisation/index.ts';
import type { StaffActor } from '#platform/actor.ts';
import { asOf } from '#platform/as-of.ts';
import { actingAs, on, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { claimTask } from './claim-task.ts';
import { completeTask } from './complete-task.ts';
import { createModel } from './create-model.ts';
import { acceptHandOff, refuseHandOff } from './decide-hand-off.ts';
import { offerAgain } from './offer-again.ts';
import { publishVersion } from './publish-version.ts';
import { drawDiagram } from './sample/draw-diagram.ts';
import { sampleProcesses, type SampleProcess } from './sample/processes.ts';
import { startInstance } from './start-instance.ts';
import type { ProcessTables } from './tables.ts';

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
    await publish(process);
    for (let place = 0; place < instances; place += 1) await run(process, place);
  }

  async function publish(process: SampleProcess): Promise<void> {
    const director = holder(owner);
    await at(new Date(since.getTime() + 5 * dayMs), director, async (past) => {
      const { id } = await createModel(past, {
        key: process.key,
        name: process.name,
        unitId: unitOf(process.unit).id,
        ownerId: director.personId,
        sipoc: Object.fromEntries(
          Object.entries(process.sipoc).map(([part, lines]) => [part, lines.map((line) => line[language])]),
        ) as Sipoc,
        promise: process.promise,
        objective: process.objective,
        pcfId: process.pcfId,
        xml: diagramOf(process),
      });
      await publishVersion(past, { id, revision: 1, note: null });
    });
  }

  function unitOf(key: string) {
    return organisation.units.find((unit) => unit.key === key)!;
  }

  function diagramOf({ key, name, lanes, steps, flows }: SampleProcess): string {
    return drawDiagram({
      id: key,
      name: name[language],
      lanes: lanes.map((lane) => unitOf(lane).name[language]!),
      steps: steps.map(({ handOff, ...step }) => ({
        ...step,
        name: step.name[language],
        ...(handOff
          ? {
              handOff: {
                what: handOff.what[language],
                criteria: handOff.criteria.map((words) => words[language]),
                longestWait: handOff.longestWait,
              },
            }
          : {}),
      })),
      flows: flows.map(({ name: words, ...flow }) => ({ ...flow, ...(words ? { name: words[language] } : {}) })),
    });
  }

  /** Begun some days apart; each task takes some hours, and where that leads beyond now it is still under way. */
  async function run(process: SampleProcess, place: number): Promise<void> {
    let when = now.getTime() - (instances - place) * 1.7 * dayMs - 3 * hourMs;
    const first = holder(workers[process.lanes[0]!]!);
    const { id } = await at(new Date(when), first, (past) =>
      startInstance(past, { modelKey: process.key, variables: {} }),
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
