// A decision table as rows and columns of words, and as the parts of the diagram that hold them.
import { childrenOf, type DiagramElement, wordsOf } from '#engine/diagram-element.ts';
import { make, type Tools } from './edit-element.ts';

export type DecisionGrid = {
  hitPolicy: string;
  /** The expression of each column that is asked. */
  inputs: readonly string[];
  /** The name under which each answer is kept. */
  outputs: readonly string[];
  rules: readonly { tests: readonly string[]; answers: readonly string[] }[];
};

export const emptyGrid: DecisionGrid = {
  hitPolicy: 'unique',
  inputs: [''],
  outputs: [''],
  rules: [{ tests: ['-'], answers: [''] }],
};

export function gridOf(table: DiagramElement): DecisionGrid {
  const said = (element: DiagramElement, property: string) => wordsOf(element, property) ?? '';
  const inputs = childrenOf(table, 'inputs').map((input) => said(input, 'expression'));
  const outputs = childrenOf(table, 'outputs').map((output) => said(output, 'name'));
  const cells = (rule: DiagramElement, part: 'when' | 'then', columns: number) => {
    const written = childrenOf(rule, part).map((cell) => said(cell, 'words'));
    return Array.from({ length: columns }, (_, place) => written[place] ?? (part === 'when' ? '-' : ''));
  };
  return {
    hitPolicy: wordsOf(table, 'hitPolicy') ?? 'unique',
    inputs,
    outputs,
    rules: childrenOf(table, 'rules').map((rule) => ({
      tests: cells(rule, 'when', inputs.length),
      answers: cells(rule, 'then', outputs.length),
    })),
  };
}

/** The properties of the table in the diagram. */
export function partsOf(grid: DecisionGrid, tools: Tools, parent: DiagramElement) {
  const cells = (type: string, words: readonly string[], rule: DiagramElement) =>
    words.map((each) => make(tools, type, { words: each }, rule));
  return {
    hitPolicy: grid.hitPolicy,
    inputs: grid.inputs.map((expression) =>
      make(tools, 'rida:DecisionInput', { label: expression, expression }, parent),
    ),
    outputs: grid.outputs.map((name) => make(tools, 'rida:DecisionOutput', { label: name, name }, parent)),
    rules: grid.rules.map(({ tests, answers }) => {
      const rule = make(tools, 'rida:DecisionRule', {}, parent);
      rule.set('when', cells('rida:When', tests, rule));
      rule.set('then', cells('rida:Then', answers, rule));
      return rule;
    }),
  };
}
