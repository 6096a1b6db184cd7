// Work that the product or a program does, and values that are reckoned: what goes in, and under which name the result is kept.
import { useT } from '#web/lib/i18n.ts';
import { setWords } from './edit-element.ts';
import classes from './properties.module.css';
import { useEditor } from './use-editor.ts';
import { FeelInput, WordsInput } from './words-input.tsx';

export function ServiceSection() {
  const t = useT();
  const { element, tools, words } = useEditor();
  return (
    <div className={classes['section']}>
      <WordsInput
        label={t('diagram.topic')}
        hint={t('diagram.topic-hint')}
        ltr
        value={words('topic')}
        onCommit={(value) => setWords(tools, element, 'rida:topic', value)}
      />
      <InputField />
      <ResultField />
    </div>
  );
}

export function ScriptSection() {
  const t = useT();
  const { element, tools, words } = useEditor();
  return (
    <div className={classes['section']}>
      <FeelInput
        label={t('diagram.script')}
        hint={t('diagram.script-hint')}
        rows={2}
        value={words('script')}
        onCommit={(value) => setWords(tools, element, 'script', value)}
      />
      <ResultField />
    </div>
  );
}

export function InputField() {
  const t = useT();
  const { element, tools, words } = useEditor();
  return (
    <FeelInput
      label={t('diagram.input')}
      hint={t('diagram.input-hint')}
      value={words('input')}
      onCommit={(value) => setWords(tools, element, 'rida:input', value)}
    />
  );
}

export function ResultField() {
  const t = useT();
  const { element, tools, words } = useEditor();
  return (
    <WordsInput
      label={t('diagram.result-variable')}
      hint={t('diagram.result-variable-hint')}
      ltr
      value={words('resultVariable')}
      onCommit={(value) => setWords(tools, element, 'rida:resultVariable', value)}
    />
  );
}
