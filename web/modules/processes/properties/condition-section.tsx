// When a way is taken: by a condition, or as the one that is left when no other holds.
import { Switch } from '@mantine/core';
import { childOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { setExpression } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { FeelInput } from './words-input.tsx';

export function ConditionSection() {
  const t = useT();
  const { element, tools, readOnly, businessObject, body } = useEditor();
  const { source } = element;
  const isDefault = source !== undefined && childOf(source.businessObject, 'default') === businessObject;
  return (
    <div className={classes['section']}>
      <Switch
        label={t('diagram.default-flow')}
        description={t('diagram.default-flow-hint')}
        disabled={readOnly || !source}
        checked={isDefault}
        onChange={(event) => {
          if (source)
            tools.modeling.updateProperties(source, {
              default: event.currentTarget.checked ? businessObject : undefined,
            });
        }}
      />
      {isDefault ? null : (
        <FeelInput
          label={t('diagram.condition')}
          hint={t('diagram.condition-hint')}
          rows={2}
          value={body(businessObject, 'conditionExpression').replace(/^=\s*/, '')}
          onCommit={(value) => setExpression(tools, element, businessObject, 'conditionExpression', value)}
        />
      )}
    </div>
  );
}
