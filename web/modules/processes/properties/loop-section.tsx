// How often a step happens: once, for every member of a list at once or one after another, or again until a condition fails.
import { Select } from '@mantine/core';
import { childOf, saysYes, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { make, setExpression, setPart } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

const kinds = ['once', 'parallel', 'sequential', 'again'] as const;
type LoopKind = (typeof kinds)[number];

export function LoopSection() {
  const t = useT();
  const { element, tools, readOnly, businessObject, body } = useEditor();
  const loop = childOf(businessObject, 'loopCharacteristics');
  const many = loop?.$instanceOf('bpmn:MultiInstanceLoopCharacteristics') ?? false;
  const kind: LoopKind = !loop ? 'once' : !many ? 'again' : saysYes(loop, 'isSequential') ? 'sequential' : 'parallel';
  const choose = (next: LoopKind) => {
    if (loop && many && (next === 'parallel' || next === 'sequential'))
      return setPart(tools, element, loop, { isSequential: next === 'sequential' });
    const type = next === 'again' ? 'bpmn:StandardLoopCharacteristics' : 'bpmn:MultiInstanceLoopCharacteristics';
    const made =
      next === 'once'
        ? undefined
        : make(tools, type, next === 'sequential' ? { isSequential: true } : {}, businessObject);
    tools.modeling.updateProperties(element, { loopCharacteristics: made });
  };
  const words = (property: string) => (loop && wordsOf(loop, property)) ?? '';
  const set = (property: string) => (value: string) =>
    loop && setPart(tools, element, loop, { [`rida:${property}`]: value.trim() || undefined });
  const express = (property: string) => (value: string) => loop && setExpression(tools, element, loop, property, value);
  return (
    <div className={classes['section']}>
      <Select
        label={t('diagram.loop')}
        disabled={readOnly}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`diagram.loop.${value}`) }))}
        value={kind}
        onChange={(next) => choose(next as LoopKind)}
      />
      {many ? (
        <>
          <FeelInput
            label={t('diagram.collection')}
            hint={t('diagram.collection-hint')}
            value={words('collection')}
            onCommit={set('collection')}
          />
          <WordsInput
            label={t('diagram.element-variable')}
            ltr
            value={words('elementVariable')}
            onCommit={set('elementVariable')}
          />
          <FeelInput
            label={t('diagram.cardinality')}
            hint={t('diagram.cardinality-hint')}
            value={body(loop, 'loopCardinality')}
            onCommit={express('loopCardinality')}
          />
          <FeelInput
            label={t('diagram.completion')}
            hint={t('diagram.completion-hint')}
            value={body(loop, 'completionCondition')}
            onCommit={express('completionCondition')}
          />
        </>
      ) : null}
      {kind === 'again' ? (
        <FeelInput
          label={t('diagram.loop-condition')}
          hint={t('diagram.loop-condition-hint')}
          value={body(loop, 'loopCondition')}
          onCommit={express('loopCondition')}
        />
      ) : null}
    </div>
  );
}
