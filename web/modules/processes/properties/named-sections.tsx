// The signal that an event throws or waits for, and the error that it raises or catches.
import { childOf, wordsOf } from '#engine/diagram-element.ts';
import { useT } from '#web/lib/i18n.ts';
import { setNamed } from './edit-element.ts';
import { kindOf, triggerOf } from './element-kind.ts';
import { useEditor } from './use-editor.ts';
import { WordsInput } from './words-input.tsx';

export function SignalSection() {
  const t = useT();
  const { element, tools } = useEditor();
  const definition = triggerOf(element);
  const signal = definition && childOf(definition, 'signalRef');
  if (!definition) return null;
  return (
    <WordsInput
      label={t('diagram.signal-name')}
      hint={t('diagram.signal-hint')}
      value={(signal && wordsOf(signal, 'name')) ?? ''}
      onCommit={(name) =>
        setNamed(tools, element, definition, { reference: 'signalRef', type: 'bpmn:Signal', property: 'name' }, name)
      }
    />
  );
}

export function ErrorSection() {
  const t = useT();
  const { element, tools } = useEditor();
  const definition = triggerOf(element);
  const error = definition && childOf(definition, 'errorRef');
  if (!definition) return null;
  return (
    <WordsInput
      label={t('diagram.error-code')}
      hint={t(kindOf(element) === 'end-event' ? 'diagram.error-raised-hint' : 'diagram.error-caught-hint')}
      ltr
      value={(error && wordsOf(error, 'errorCode')) ?? ''}
      onCommit={(code) =>
        setNamed(tools, element, definition, { reference: 'errorRef', type: 'bpmn:Error', property: 'errorCode' }, code)
      }
    />
  );
}
