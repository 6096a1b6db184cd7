// The unit that owes the work of a step, or of every step in a lane: chosen from the organisation, or found by an expression.
import { Anchor } from '@mantine/core';
import { useT } from '#web/lib/i18n.ts';
import { useUnits } from '#web/modules/organisation/index.ts';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { setWords } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { FeelInput } from './words-input.tsx';

export function UnitSection() {
  const t = useT();
  const units = useUnits();
  const { element, tools, readOnly, words } = useEditor();
  const unit = words('unit');
  const set = (value: string) => setWords(tools, element, 'rida:unit', value);
  const found = unit.startsWith('=');
  return (
    <div>
      {found ? (
        <FeelInput
          label={t('diagram.unit-found')}
          hint={t('diagram.unit-found-hint')}
          value={unit.replace(/^=\s*/, '')}
          onCommit={(value) => set(value.trim() === '' ? '' : `= ${value.trim()}`)}
        />
      ) : (
        <TreeSelect
          label={t('diagram.unit')}
          description={t(
            element.businessObject.$type === 'bpmn:Lane' ? 'diagram.unit-of-lane-hint' : 'diagram.unit-hint',
          )}
          entries={units}
          clearable
          disabled={readOnly}
          value={unit || null}
          onChange={(id) => set(id ?? '')}
        />
      )}
      {readOnly ? null : (
        <Anchor
          component="button"
          type="button"
          size="sm"
          className={classes['switch'] ?? ''}
          onClick={() => set(found ? '' : '= unit')}
        >
          {t(found ? 'diagram.unit-choose' : 'diagram.unit-by-expression')}
        </Anchor>
      )}
    </div>
  );
}
