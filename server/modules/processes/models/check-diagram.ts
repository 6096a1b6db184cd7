// What is wrong with a diagram: by the engine and the rules of good modelling, and by what this organisation has.
import type { DiagramFault } from '#contract/processes.ts';
import type { Definition } from '#engine/definition.ts';
import { lint } from '#engine/lint.ts';
import type { Context } from '#platform/context.ts';
import type { FieldFault } from '#platform/errors.ts';
import { processErrors } from '../errors.ts';
import { checkAuthority } from './check-authority.ts';
import { checkNames } from './check-names.ts';
import { checkStarts } from './check-starts.ts';

export type CheckedDiagram = {
  /** To be run only where there is no error. */
  definitions: readonly Definition[];
  faults: DiagramFault[];
};

export async function checkDiagram(ctx: Context, xml: string): Promise<CheckedDiagram> {
  const { definitions, faults } = await lint(xml);
  const own = await Promise.all([
    checkNames(ctx, definitions),
    checkAuthority(ctx, definitions),
    checkStarts(ctx, definitions),
  ]);
  return { definitions, faults: [...faults.map((one) => ({ ...one, params: { ...one.params } })), ...own.flat()] };
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
