// For tests: small diagrams, published processes, and the tasks of an instance.
import { path, processXml } from '#engine/testing/process-xml.ts';
import type { BuiltOrganisation, BuiltPerson } from '#modules/organisation/factory.ts';
import type { Variables } from '#engine/instance.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { createModel } from './models/create-model.ts';
import { getInstance } from './instances/get-instance.ts';
import { claimTask } from './tasks/claim-task.ts';
import { completeTask } from './tasks/complete-task.ts';
import { getDraft } from './models/drafts.ts';
import { listTasks } from './tasks/list-tasks.ts';
import { publishVersion } from './models/publish-version.ts';
import { saveDraft } from './models/save-draft.ts';
import { startInstance } from './instances/start-instance.ts';

/** A person's step; `inside`: extensions such as a due time. */
export const userTask = (
  id: string,
  wish: { name?: string; unit?: string; form?: string; position?: string; inside?: string; rest?: string } = {},
): string =>
  `<bpmn:userTask id="${id}" name="${wish.name ?? id}"${(['unit', 'form', 'position'] as const)
    .map((property) => (wish[property] ? ` rida:${property}="${wish[property]}"` : ''))
    .join('')}>${
    wish.inside ? `<bpmn:extensionElements>${wish.inside}</bpmn:extensionElements>` : ''
  }${wish.rest ?? ''}</bpmn:userTask>`;

export const handOff = (what: string, criteria: readonly string[], longestWait?: string): string =>
  `<rida:handOff handedOver="${what}"${longestWait ? ` longestWait="${longestWait}"` : ''}>${criteria
    .map((words) => `<rida:acceptance>${words}</rida:acceptance>`)
    .join('')}</rida:handOff>`;

/** Steps one after the other between a start and an end. */
export const sequenceXml = (steps: readonly { id: string; xml: string }[], beside = ''): string =>
  processXml(
    `<bpmn:startEvent id="S" />${steps.map(({ xml }) => xml).join('')}<bpmn:endEvent id="E" />${path(
      'S',
      ...steps.map(({ id }) => id),
      'E',
    )}`,
    beside,
  );

export const newModel = (
  org: BuiltOrganisation,
  wish: { key?: string; ownerId?: string; unitId?: string; xml?: string } = {},
) => ({
  key: wish.key ?? `process-${newId().slice(-12)}`,
  name: { en: 'A process' },
  unitId: wish.unitId ?? org.rootUnitId,
  ownerId: wish.ownerId ?? org.administrator.personId,
  sipoc: { suppliers: [], inputs: [], steps: [], outputs: [], customers: [] },
  promise: null,
  objective: null,
  pcfId: null,
  xml: wish.xml,
});

/** A model with that diagram as its first version. */
export async function publishProcess(
  org: BuiltOrganisation,
  xml: string,
  wish: { key?: string; unitId?: string } = {},
): Promise<{ id: string; key: string }> {
  const input = newModel(org, { ...wish, xml });
  const { id } = await org.run((ctx) => createModel(ctx, input));
  await org.run((ctx) => publishVersion(ctx, { id, revision: 1, note: null }));
  return { id, key: input.key };
}

/** The next version of a model, with that diagram. */
export async function publishNext(org: BuiltOrganisation, id: string, xml: string): Promise<number> {
  const { revision } = await org.run((ctx) => getDraft(ctx, id));
  const saved = await org.run((ctx) => saveDraft(ctx, { id, xml, revision }));
  return (await org.run((ctx) => publishVersion(ctx, { id, revision: saved.revision, note: null }))).number;
}

export const begin = async (org: BuiltOrganisation, modelKey: string, variables: Variables = {}): Promise<string> =>
  (await org.run((ctx) => startInstance(ctx, { modelKey, variables }))).id;

export const read = (org: BuiltOrganisation, id: string) => org.run((ctx) => getInstance(ctx, id));

/** Those of an instance that have not ended. */
export const openTasks = async (org: BuiltOrganisation, instanceId: string) =>
  (await org.run((ctx) => listTasks(ctx, { of: 'all', instanceId, limit: 100 }))).items;

/** Claimed and completed by one person. */
export async function doTask(ctx: Context, id: string, variables: Variables = {}): Promise<void> {
  await claimTask(ctx, id);
  await completeTask(ctx, { id, variables });
}

export type Crew = { unitId: string; person: BuiltPerson; head: BuiltPerson };

/** A unit of that name with a head and somebody who works there. */
export async function buildCrew(org: BuiltOrganisation, name: string): Promise<Crew> {
  const unitId = await org.buildUnit({ name });
  return {
    unitId,
    person: await org.buildPerson({ name: `Worker of ${name}`, positionIn: unitId }),
    head: await org.buildPerson({ name: `Head of ${name}`, positionIn: unitId, head: true }),
  };
}

/** The first open task of an instance. */
export async function doFirst(org: BuiltOrganisation, instanceId: string, variables: Variables = {}): Promise<void> {
  const [task] = await openTasks(org, instanceId);
  await org.run((ctx) => doTask(ctx, task!.id, variables));
}
