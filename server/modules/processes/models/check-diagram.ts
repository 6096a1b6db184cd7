// What is wrong with a diagram: by the engine, and by what this organisation has: units, positions, forms, topics, other processes.
import { sql } from 'kysely';
import type { DiagramFault } from '#contract/processes.ts';
import { compile } from '#engine/compile.ts';
import type { Definition, FlowNode } from '#engine/definition.ts';
import { formsNamed } from '#modules/forms/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { FieldFault } from '#platform/errors.ts';
import { processErrors } from '../errors.ts';
import type { ProcessTables } from '../tables.ts';
import { knownPositions } from '../tasks/find-positions.ts';
import { findUnits } from '../tasks/find-unit.ts';

export type CheckedDiagram = { definitions: readonly Definition[]; faults: DiagramFault[] };

export async function checkDiagram(ctx: Context, xml: string): Promise<CheckedDiagram> {
  const { definitions, faults } = await compile(xml);
  const own = await ownFaults(ctx, definitions);
  return { definitions, faults: [...faults.map((one) => ({ ...one, params: { ...one.params } })), ...own] };
}

/** Throws `process.has-faults` for the errors, each at its element. */
export async function requireExecutable(ctx: Context, xml: string): Promise<CheckedDiagram> {
  const checked = await checkDiagram(ctx, xml);
  const errors = checked.faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw processErrors.hasFaults({ count: errors.length }, errors.map(asField));
  return checked;
}

/** What cannot be read is not even kept. */
const unreadable = new Set(['diagram-too-large', 'diagram-with-entities', 'diagram-not-xml', 'diagram-not-bpmn']);

/** Throws `process.has-faults` where the file is no diagram; what may still be drawn right is only said. */
export async function requireReadable(ctx: Context, xml: string): Promise<CheckedDiagram> {
  const checked = await checkDiagram(ctx, xml);
  const reasons = checked.faults.filter(({ code }) => unreadable.has(code));
  if (reasons.length > 0) throw processErrors.hasFaults({ count: reasons.length }, reasons.map(asField));
  return checked;
}

const asField = ({ elementId, code, params }: DiagramFault): FieldFault => ({ field: elementId, code, params });

/** `name`: what the diagram calls it, as the words of faults have it. */
const fault = (code: string, node: FlowNode, severity: DiagramFault['severity'], name: string): DiagramFault => ({
  code,
  elementId: node.id,
  severity,
  params: { name },
});

async function ownFaults(ctx: Context, definitions: readonly Definition[]): Promise<DiagramFault[]> {
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
    if (unit !== undefined && !units.has(unit)) faults.push(fault('unit-unknown', node, 'warning', unit));
    const position = taskWords(node, 'position');
    // Heads may do the work all the same.
    if (position !== undefined && !positions.has(position))
      faults.push(fault('position-unknown', node, 'warning', position));
    const form = taskWords(node, 'form');
    // What is not there when the task opens is not asked; it may be published before anybody gets there.
    if (form !== undefined && !forms.get(form)?.published)
      faults.push(fault(forms.has(form) ? 'form-not-published' : 'form-unknown', node, 'warning', form));
    if (node.type === 'service-task' && !topics.has(node.topic))
      faults.push(fault('topic-unknown', node, 'error', node.topic));
    // As with forms.
    if (node.type === 'call-activity' && !callable.has(node.calledProcess))
      faults.push(fault('called-process-unknown', node, 'warning', node.calledProcess));
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
