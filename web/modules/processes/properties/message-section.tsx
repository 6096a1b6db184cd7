// A message that is waited for or sent: its name, and the value by which the right instance is found.
import { childOf, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { setNamed, setPart } from './edit-element.ts';
import { kindOf, triggerOf } from './element-kind.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

export function MessageSection() {
  const t = useT();
  const { element, tools, businessObject } = useEditor();
  const holder = triggerOf(element) ?? businessObject;
  const message = childOf(holder, 'messageRef');
  const sends = ['send-task', 'throw-event', 'end-event'].includes(kindOf(element));
  const set = (property: string) => (value: string) =>
    setPart(tools, element, holder, { [`rida:${property}`]: value.trim() || undefined });
  return (
    <div className={classes['section']}>
      <WordsInput
        label={t('diagram.message-name')}
        hint={t(sends ? 'diagram.message-sent-hint' : 'diagram.message-awaited-hint')}
        value={(message && wordsOf(message, 'name')) ?? ''}
        onCommit={(name) =>
          setNamed(tools, element, holder, { reference: 'messageRef', type: 'bpmn:Message', property: 'name' }, name)
        }
      />
      {kindOf(element) === 'start-event' ? null : (
        <FeelInput
          label={t('diagram.message-key')}
          hint={t('diagram.message-key-hint')}
          value={wordsOf(holder, 'key') ?? ''}
          onCommit={set('key')}
        />
      )}
      {sends ? (
        <FeelInput
          label={t('diagram.payload')}
          hint={t('diagram.payload-hint')}
          value={wordsOf(holder, 'payload') ?? ''}
          onCommit={set('payload')}
        />
      ) : null}
    </div>
  );
}
