// What a field of the panel needs: the chosen element, what it says now, and the ways to change it.
import { createContext, use } from 'react';
import { childOf, type DiagramElement, extensionsOf, wordsOf } from '#engine/diagram-element.ts';
import type { Drawn } from '../modeler/diagram-services.ts';
import type { Tools } from './edit-element.ts';

export type Editor = {
  element: Drawn;
  tools: Tools;
  readOnly: boolean;
  /** Of the process: owes the work that names no other. */
  unitId: string;
};

const Context = createContext<Editor | null>(null);
export const EditorProvider = Context.Provider;

export function useEditor() {
  const editor = use(Context);
  if (!editor) throw new Error('a field of the panel stands outside of it');
  const { businessObject } = editor.element;
  return {
    ...editor,
    businessObject,
    words: (property: string) => wordsOf(businessObject, property) ?? '',
    extension: (type: string): DiagramElement | undefined => extensionsOf(businessObject, type)[0],
    body: (holder: DiagramElement | undefined, property: string): string => {
      const expression = holder && childOf(holder, property);
      return (expression && wordsOf(expression, 'body')) ?? '';
    },
  };
}
