// Finds what a diagram names and this organisation does not have: units, positions, forms, topics, other processes.
import { sql } from 'kysely';
import type { DiagramFault } from '#contract/processes.ts';
import type { Definition, FlowNode } from '#engine/definition.ts';
import { formsNamed } from '#modules/forms/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { ProcessTables } from '../tables.ts';
import { knownPositions } from '../tasks/find-positions.ts';
import { findUnits } from '../tasks/find-unit.ts';

/** `name`: what the diagram calls it, as the words of faults have it. */
export const nameFault = (
  code: string,
  node: FlowNode,
  severity: DiagramFault['severity'],
  name: string,
): DiagramFault => ({
  code,
  elementId: node.id,
  severity,
  params: { name },
});

export async function checkNames(ctx: Context, definitions: readonly Definition[]): Promise<DiagramFault[]> {
  const nodes = definitions.flatMap(({ nodes: all }) => [...all.values()]);
  const keys = nodes.flatMap((node) => (node.type === 'call-activity' ? [node.calledProcess] : []));
  const [units, positions, forms, callable] = await Promise.all([
    findUnits(
      ctx,
      nodes.flatMap((node) => unitCodeOf(node) ?? []),
    ),
    knownPositions(
      ctx,
      nodes.flatMap((node) => taskWords(node, 'position') ?? []),
    ),
    formsNamed(
      ctx,
      nodes.flatMap((node) => taskWords(node, 'form') ?? []),
    ),
    callableOf(ctx, keys),
  ]);
  const topics = new Set(ctx.platform.modules.flatMap((module) => module.processTasks ?? []).map(({ topic }) => topic));
  return nodes.flatMap((node) => {
    const faults: DiagramFault[] = [];
    const unit = unitCodeOf(node);
    // The work then goes to the unit of the process, and may be meant so.
    if (unit !== undefined && !units.has(unit)) faults.push(nameFault('unit-unknown', node, 'warning', unit));
    const position = taskWords(node, 'position');
    // Heads may do the work all the same.
    if (position !== undefined && !positions.has(position))
      faults.push(nameFault('position-unknown', node, 'warning', position));
    const form = taskWords(node, 'form');
    // What is not there when the task opens is not asked; it may be published before anybody gets there.
    if (form !== undefined && !forms.get(form)?.published)
      faults.push(nameFault(forms.has(form) ? 'form-not-published' : 'form-unknown', node, 'warning', form));
    if (node.type === 'service-task' && !topics.has(node.topic))
      faults.push(nameFault('topic-unknown', node, 'error', node.topic));
    // As with forms.
    if (node.type === 'call-activity' && !callable.has(node.calledProcess))
      faults.push(nameFault('called-process-unknown', node, 'warning', node.calledProcess));
    return faults;
  });
}

/** What a diagram says of people's tasks. */
const taskWords = (node: FlowNode, property: 'position' | 'form'): string | undefined =>
  node.type === 'user-task' || node.type === 'manual-task' ? node.settings[property] : undefined;

function unitCodeOf(node: FlowNode): string | undefined {
  const unit = 'settings' in node && node.type !== 'service-task' ? node.settings.unit : undefined;
  return unit && 'code' in unit ? unit.code : undefined;
}

async function callableOf(ctx: Context, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_models')
    .select('key')
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`key = any(${[...new Set(keys)]}::text[])`)
    .where('version', 'is not', null)
    .where('retired_at', 'is', null)
    .execute();
  return new Set(rows.map(({ key }) => key));
}
