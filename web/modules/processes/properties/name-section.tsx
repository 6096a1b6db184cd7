// The name of an element and a note about it.
import { childrenOf, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { make, setWords } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { WordsInput } from './words-input.tsx';

export function NameSection() {
  const t = useT();
  const { element, tools, businessObject, words } = useEditor();
  const property = businessObject.$type === 'bpmn:TextAnnotation' ? 'text' : 'name';
  const [note] = childrenOf(businessObject, 'documentation');
  return (
    <div className={classes['section']}>
      <WordsInput
        label={t(property === 'text' ? 'diagram.text' : 'diagram.name')}
        rows={1}
        value={words(property)}
        onCommit={(value) => setWords(tools, element, property, value)}
      />
      <WordsInput
        label={t('diagram.note')}
        hint={t('diagram.note-hint')}
        rows={2}
        value={(note && wordsOf(note, 'text')) ?? ''}
        onCommit={(value) =>
          tools.modeling.updateProperties(element, {
            documentation:
              value.trim() === '' ? [] : [make(tools, 'bpmn:Documentation', { text: value.trim() }, businessObject)],
          })
        }
      />
      <span className={classes['id']}>
        <Ltr>{element.id}</Ltr>
      </span>
    </div>
  );
}
