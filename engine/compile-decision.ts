// Compiles the decision table of a business rule: every rule has a test for each input and an answer for each output.
import { faultInExpression, faultInUnaryTest } from './check-expression.ts';
import { feelIn, refuse, type Compiling } from './compiling.ts';
import type { DecisionTable, Feel } from './definition.ts';
import { childrenOf, extensionsOf, wordsOf, type DiagramElement } from './diagram-element.ts';

export function compileDecision(compiling: Compiling, task: DiagramElement): DecisionTable | undefined {
  const [table] = extensionsOf(task, 'rida:DecisionTable');
  if (!table) return refuse(compiling, 'decision-missing', task);
  const hitPolicy = wordsOf(table, 'hitPolicy') ?? 'unique';
  if (hitPolicy !== 'unique' && hitPolicy !== 'first' && hitPolicy !== 'collect')
    return refuse(compiling, 'hit-policy-not-executed', task, { policy: hitPolicy });
  const inputs = childrenOf(table, 'inputs').map((input) => ({
    label: wordsOf(input, 'label') ?? '',
    expression: feelIn(compiling, input, 'expression', task) ?? '',
  }));
  const outputs = childrenOf(table, 'outputs').map((output) => ({
    label: wordsOf(output, 'label') ?? '',
    name: wordsOf(output, 'name') ?? '',
  }));
  if (outputs.length === 0 || outputs.some(({ name }) => name === ''))
    return refuse(compiling, 'decision-without-output', task);
  const rules = childrenOf(table, 'rules').map((rule, index) => ({
    when: cells(compiling, task, rule, 'when', index + 1),
    // A bare text for an answer is FEEL too: the word of an output stands in quotation marks.
    then: cells(compiling, task, rule, 'then', index + 1),
  }));
  rules.forEach(({ when, then }, index) => {
    if (when.length !== inputs.length || then.length !== outputs.length || then.includes(''))
      refuse(compiling, 'decision-rule-incomplete', task, { rule: index + 1 });
  });
  if (inputs.some(({ expression }) => expression === '') || rules.length === 0)
    return refuse(compiling, 'decision-rule-incomplete', task, { rule: 1 });
  return { hitPolicy, inputs, outputs, rules };
}

/** An empty test is any value, as people leave a cell empty. */
function cells(
  compiling: Compiling,
  task: DiagramElement,
  rule: DiagramElement,
  column: 'when' | 'then',
  number: number,
): readonly Feel[] {
  return childrenOf(rule, column).map((cell) => {
    const words = wordsOf(cell, 'words')?.replace(/^=\s*/, '') ?? (column === 'when' ? '-' : '');
    const place = words === '' ? undefined : (column === 'when' ? faultInUnaryTest : faultInExpression)(words);
    if (place !== undefined)
      refuse(compiling, 'decision-cell-not-understood', task, { expression: words, place, rule: number });
    return words;
  });
}
