// The diagram of a process that was written down as a list of steps, each the work of a unit.
import { listToDiagram } from '#engine/list-to-diagram.ts';

export type WrittenStep = { name: string; unitId: string | null; form: string };

/** A step without a unit is the work of the unit that answers for the process. */
export const diagramOfSteps = (
  name: string,
  steps: readonly WrittenStep[],
  ownUnitId: string,
  unitNames: Readonly<Record<string, string>>,
): Promise<string> =>
  listToDiagram({
    id: `Process_${crypto.randomUUID().slice(0, 8)}`,
    name,
    unitNames,
    steps: steps.map((step) => ({
      type: 'step',
      name: step.name,
      unit: step.unitId ?? ownUnitId,
      ...(step.form === '' ? {} : { form: step.form }),
    })),
  });
