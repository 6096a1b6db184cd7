// A decision table: what is asked, what is answered, and the rules from top to bottom.
import { ActionIcon, Button, Select, Table } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { type DecisionGrid, emptyGrid, gridOf, partsOf } from './decision-grid.ts';
import { setExtension } from './edit-element.ts';
import classes from './properties.module.css';
import { ResultField } from './service-section.tsx';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

export function DecisionSection() {
  const t = useT();
  const { element, tools, readOnly, extension } = useEditor();
  const table = extension('rida:DecisionTable');
  const grid = table ? gridOf(table) : emptyGrid;
  const set = (change: Partial<DecisionGrid>) =>
    setExtension(
      tools,
      element,
      'rida:DecisionTable',
      partsOf({ ...grid, ...change }, tools, table ?? element.businessObject),
    );
  const rule = (index: number, part: 'tests' | 'answers', place: number, words: string) =>
    set({
      rules: grid.rules.map((each, at) =>
        at === index
          ? { ...each, [part]: each[part].map((cell, here) => (here === place ? words.trim() : cell)) }
          : each,
      ),
    });
  const widened = (part: 'tests' | 'answers') =>
    grid.rules.map((each) => ({ ...each, [part]: [...each[part], part === 'tests' ? '-' : ''] }));
  const narrowed = (part: 'tests' | 'answers', place: number) =>
    grid.rules.map((each) => ({ ...each, [part]: each[part].filter((_, here) => here !== place) }));
  const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
    <ActionIcon variant="subtle" color="gray" disabled={readOnly} aria-label={label} onClick={onClick}>
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
  return (
    <div className={classes['section']}>
      <ResultField />
      <Select
        label={t('diagram.hit-policy')}
        disabled={readOnly}
        allowDeselect={false}
        data={(['unique', 'first', 'collect'] as const).map((value) => ({
          value,
          label: t(`diagram.hit-policy.${value}`),
        }))}
        value={grid.hitPolicy}
        onChange={(hitPolicy) => set({ hitPolicy: hitPolicy ?? 'unique' })}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes['table']} tabIndex={0} role="region" aria-label={t('diagram.section.decision')}>
        <Table withTableBorder withColumnBorders verticalSpacing={4} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {grid.inputs.map((input, place) => (
                // Columns are known by their places only.
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Th key={place} miw={130}>
                  <FeelInput
                    label={t('diagram.decision-input', { number: place + 1 })}
                    value={input}
                    onCommit={(words) =>
                      set({ inputs: grid.inputs.map((each, at) => (at === place ? words.trim() : each)) })
                    }
                  />
                  {grid.inputs.length > 1 ? (
                    <Remove
                      label={t('diagram.decision-input-remove', { number: place + 1 })}
                      onClick={() =>
                        set({ inputs: grid.inputs.filter((_, at) => at !== place), rules: narrowed('tests', place) })
                      }
                    />
                  ) : null}
                </Table.Th>
              ))}
              {grid.outputs.map((output, place) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Th key={place} miw={130}>
                  <WordsInput
                    ltr
                    label={t('diagram.decision-output', { number: place + 1 })}
                    value={output}
                    onCommit={(words) =>
                      set({ outputs: grid.outputs.map((each, at) => (at === place ? words.trim() : each)) })
                    }
                  />
                  {grid.outputs.length > 1 ? (
                    <Remove
                      label={t('diagram.decision-output-remove', { number: place + 1 })}
                      onClick={() =>
                        set({
                          outputs: grid.outputs.filter((_, at) => at !== place),
                          rules: narrowed('answers', place),
                        })
                      }
                    />
                  ) : null}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('diagram.decision-rule-remove-column')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {grid.rules.map(({ tests, answers }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={index}>
                {tests.map((cell, place) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <Table.Td key={place}>
                    <FeelInput
                      test
                      hideLabel
                      label={t('diagram.decision-cell', { rule: index + 1, column: place + 1 })}
                      value={cell}
                      onCommit={(words) => rule(index, 'tests', place, words)}
                    />
                  </Table.Td>
                ))}
                {answers.map((cell, place) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <Table.Td key={place}>
                    <FeelInput
                      hideLabel
                      label={t('diagram.decision-cell', { rule: index + 1, column: grid.inputs.length + place + 1 })}
                      value={cell}
                      onCommit={(words) => rule(index, 'answers', place, words)}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Remove
                    label={t('diagram.decision-rule-remove', { number: index + 1 })}
                    onClick={() => set({ rules: grid.rules.filter((_, at) => at !== index) })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <div>
        {(
          [
            [
              'diagram.decision-rule-add',
              () =>
                set({
                  rules: [...grid.rules, { tests: grid.inputs.map(() => '-'), answers: grid.outputs.map(() => '') }],
                }),
            ],
            ['diagram.decision-input-add', () => set({ inputs: [...grid.inputs, ''], rules: widened('tests') })],
            ['diagram.decision-output-add', () => set({ outputs: [...grid.outputs, ''], rules: widened('answers') })],
          ] as const
        ).map(([label, add]) => (
          <Button
            key={label}
            variant="subtle"
            size="compact-sm"
            disabled={readOnly}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={add}
          >
            {t(label)}
          </Button>
        ))}
      </div>
    </div>
  );
}
