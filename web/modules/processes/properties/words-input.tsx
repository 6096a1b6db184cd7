// A line or a text of the panel: written into the diagram when it is left, so that one entry is one step to take back.
import { Textarea, TextInput } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { faultInExpression, faultInUnaryTest } from '#engine/check-expression.ts';
import { useT } from '#web/lib/i18n.ts';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { useEditor } from './use-editor.ts';

export type WordsInputProps = {
  label: string;
  hint?: string;
  value: string;
  onCommit: (value: string) => void;
  rows?: number;
  /** Names, keys and expressions. */
  ltr?: boolean;
  error?: string | undefined;
  /** Only for screen readers, such as in a table. */
  hideLabel?: boolean;
  onTyped?: (value: string) => void;
};

/** What stands in a field until it is left. Taken back, or another element was chosen: the field follows. */
export function useTyped(value: string) {
  const { element } = useEditor();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState({ id: element.id, value });
  if (known.value !== value || known.id !== element.id) {
    setKnown({ id: element.id, value });
    setTyped(value);
  }
  return [typed, setTyped] as const;
}

export function WordsInput({ label, hint, value, onCommit, rows, ltr, error, hideLabel, onTyped }: WordsInputProps) {
  const { readOnly } = useEditor();
  const [typed, setTyped] = useTyped(value);
  const shared = {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    description: hint,
    error,
    readOnly,
    maxLength: 4000,
    value: typed,
    ...(ltr ? { dir: 'ltr' as const, spellCheck: false } : { attributes: writtenDirection(typed) }),
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value);
      onTyped?.(event.currentTarget.value);
    },
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.currentTarget.value !== value) onCommit(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.code === 'Enter' && !(rows && event.shiftKey)) {
        event.preventDefault();
        if (typed !== value) onCommit(typed);
      }
    },
  };
  return rows ? <Textarea {...shared} autosize minRows={rows} maxRows={10} /> : <TextInput {...shared} />;
}

/** An expression; says at once where it stops being one. */
export function FeelInput({ test, ...props }: WordsInputProps & { /** A test of a decision table. */ test?: boolean }) {
  const t = useT();
  const [typed, setTyped] = useState(props.value);
  const words = typed.trim().replace(/^=\s*/, '');
  const place =
    words === '' || (test && words === '-') ? undefined : (test ? faultInUnaryTest : faultInExpression)(words);
  return (
    <WordsInput
      {...props}
      ltr
      onTyped={setTyped}
      onCommit={(value) => {
        setTyped(value);
        props.onCommit(value);
      }}
      error={place === undefined ? undefined : t('diagram.expression-stops', { place })}
    />
  );
}
