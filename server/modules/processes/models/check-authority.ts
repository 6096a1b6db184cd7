// Finds steps whose action of the matrix of authority would be judged by nobody, or could be completed by nobody.
import type { DiagramFault } from '#contract/processes.ts';
import type { Definition } from '#engine/definition.ts';
import { actionsNamed } from '#modules/authority/index.ts';
import type { Context } from '#platform/context.ts';
import { nameFault } from './check-names.ts';

/**
 * A control that does not exist must not look like one: an action that nobody made keeps from publishing, unless the organisation
 * has no action in use, as with a diagram from elsewhere. One without a rule, or retired, is open on purpose (decision 0024) and only said.
 */
export async function checkAuthority(ctx: Context, definitions: readonly Definition[]): Promise<DiagramFault[]> {
  const steps = definitions.flatMap(({ nodes }) =>
    [...nodes.values()].flatMap((node) => {
      const authority = node.type === 'user-task' || node.type === 'manual-task' ? node.settings.authority : undefined;
      return authority ? [{ node, ...authority }] : [];
    }),
  );
  const { named, inUse } = await actionsNamed(ctx, [...new Set(steps.map(({ action }) => action))]);
  return steps.flatMap(({ node, action, amount }) => {
    const known = named.get(action);
    if (!known) return [nameFault('action-unknown', node, inUse ? 'error' : 'warning', action)];
    return [
      ...(known.judged ? [] : [nameFault('action-not-judged', node, 'warning', action)]),
      ...(known.needsAmount && amount === undefined ? [nameFault('action-needs-amount', node, 'error', action)] : []),
    ];
  });
}
