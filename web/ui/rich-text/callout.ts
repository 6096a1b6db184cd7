// A note, a tip or a warning that stands out of the text; its kind is said in a word, not by colour alone.
import { mergeAttributes, Node } from '@tiptap/core';
import { type CalloutKind, calloutKinds } from '#kernel/rich-text/rich-text.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Makes the blocks a callout of this kind, changes its kind, or with the kind that it has ends it. */
      toggleCallout: (kind: CalloutKind) => ReturnType;
    };
  }
}

export const Callout = Node.create<{ words: Record<CalloutKind, string> }>({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addOptions: () => ({ words: { note: '', tip: '', warning: '' } }),
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element) =>
        calloutKinds.find((kind) => kind === element.getAttribute('data-callout')) ?? ('note' satisfies CalloutKind),
      renderHTML: ({ kind }) => ({ 'data-callout': kind as CalloutKind }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML({ node, HTMLAttributes }) {
    return [
      'aside',
      mergeAttributes(HTMLAttributes, { 'data-word': this.options.words[node.attrs['kind'] as CalloutKind] }),
      0,
    ];
  },
  addCommands() {
    return {
      toggleCallout:
        (kind) =>
        ({ commands, editor }) => {
          if (editor.isActive(this.name, { kind })) return commands.lift(this.name);
          if (editor.isActive(this.name)) return commands.updateAttributes(this.name, { kind });
          return commands.wrapIn(this.name, { kind });
        },
    };
  },
});
