// A place to write a text with headings, lists, tables and pictures; the editor is loaded when the first one is shown.
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Language } from '#contract/common.ts';
import type { RichText } from '#contract/rich-text.ts';
import type { TemplateVariable } from './variable.ts';

export type RichTextInputProps = {
  value: RichText;
  onChange: (value: RichText) => void;
  onBlur?: (() => void) | undefined;
  /** The language of the text: the direction of what has no letters yet, and the spelling checker of the browser. */
  language: Language;
  /** Where a saved picture is found. */
  imageAddress: (fileId: string) => string;
  /** Id of the element that names it, or its name. */
  labelledBy?: string;
  label?: string;
  invalid?: boolean;
  /** Without pictures, tables and callouts: what a mail can carry. */
  plain?: boolean;
  /** In reply templates: what may be put in. */
  variables?: readonly TemplateVariable[];
  /** Lets a form put the keyboard into it. */
  ref?: (place: { focus: () => void } | null) => void;
};

/** What an empty place holds. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

const Editor = lazy(async () => ({ default: (await import('./rich-text-editor.tsx')).RichTextEditor }));

export function RichTextInput(props: RichTextInputProps) {
  return (
    <Suspense fallback={<Skeleton height={220} />}>
      <Editor {...props} />
    </Suspense>
  );
}
