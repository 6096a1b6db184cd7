// A decision table asked for its answer: the only rule that fits, the first one, or all of them.
import type { DecisionTable } from './definition.ts';
import { evaluate, unaryTest, type FeelContext } from './expressions.ts';
import type { Json } from './instance.ts';
import { StepFailed } from './step-failed.ts';

/** The value of the output; of several outputs, a context by their names. `collect` gives a list of such. */
export function decide(table: DecisionTable, context: FeelContext): Json {
  const values = table.inputs.map(({ expression }) => evaluate(expression, context));
  const fits = ({ when }: DecisionTable['rules'][number]) =>
    values.every((value, at) => unaryTest(when[at] ?? '-', value, context));
  const answer = ({ then }: DecisionTable['rules'][number]): Json => {
    const cells = table.outputs.map(({ name }, at) => [name, evaluateCell(then[at])] as const);
    return cells.length === 1 ? cells[0]![1] : Object.fromEntries(cells);
  };
  const evaluateCell = (cell: string | undefined): Json =>
    cell === undefined || cell.trim() === '' ? null : evaluate(cell, context);

  if (table.hitPolicy === 'collect') return table.rules.filter(fits).map(answer);
  if (table.hitPolicy === 'first') {
    const rule = table.rules.find(fits);
    if (!rule) throw new StepFailed('decision-has-no-answer');
    return answer(rule);
  }
  const rules = table.rules.flatMap((rule, at) => (fits(rule) ? [{ rule, number: at + 1 }] : []));
  if (rules.length > 1)
    throw new StepFailed('decision-not-unique', { rules: rules.map(({ number }) => number).join(', ') });
  if (!rules[0]) throw new StepFailed('decision-has-no-answer');
  return answer(rules[0].rule);
}
