// Each block of the editor reads in the direction of its own words, or in the one that was chosen for it.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { directionOf } from '#kernel/rich-text/direction-of.ts';
import type { RichTextDirection } from '#kernel/rich-text/rich-text.ts';

/** As in the fields of Firefox; Ctrl with the Shift key of one side, as word processors have it, is a key of its own for no browser. */
export const turnKeys = { code: 'KeyX', mod: true, shift: true } as const;
const written = ['paragraph', 'heading'];
/** Dots of lists, lines of quotations and columns of tables stand on the side where their words begin. */
const around = new Set(['bulletList', 'orderedList', 'blockquote', 'callout', 'table']);

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blockDirection: {
      /** Null: as the words themselves read. */
      setBlockDirection: (direction: RichTextDirection | null) => ReturnType;
      /** To the other side from how the block reads now; as the words read, where that is the other side. */
      turnBlockDirection: () => ReturnType;
    };
  }
}

/** Not `dir="auto"`: an empty block would read from the left, and a list would not see the words in its entries. */
function readingOf(node: Node): RichTextDirection | null {
  const chosen = node.attrs['dir'] as RichTextDirection | null | undefined;
  if (chosen) return chosen;
  let first: RichTextDirection | null = null;
  if (node.isTextblock) return directionOf(node.textContent);
  node.descendants((inner) => {
    if (first !== null) return false;
    if (!inner.isTextblock) return true;
    first = readingOf(inner);
    return false;
  });
  return first;
}

export const BlockDirection = Extension.create({
  name: 'blockDirection',
  addGlobalAttributes: () => [
    {
      types: written,
      attributes: {
        dir: {
          default: null,
          parseHTML: (element) => {
            const dir = element.getAttribute('dir')?.toLowerCase();
            return dir === 'rtl' || dir === 'ltr' ? dir : null;
          },
          renderHTML: ({ dir }) => (dir ? { dir: dir as string } : {}),
        },
      },
    },
  ],
  addCommands: () => ({
    setBlockDirection:
      (dir) =>
      ({ commands }) =>
        // Every one of them: one that finds no block of its kind says no.
        written.map((type) => commands.updateAttributes(type, { dir })).some(Boolean),
    turnBlockDirection:
      () =>
      ({ state, view, commands }) => {
        const block = state.selection.$from.parent;
        const ofWords = directionOf(block.textContent) ?? (view.dom.dir === 'rtl' ? 'rtl' : 'ltr');
        const other = (readingOf(block) ?? ofWords) === 'rtl' ? 'ltr' : 'rtl';
        return commands.setBlockDirection(other === ofWords ? null : other);
      },
  }),
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('blockDirection'),
        props: {
          handleKeyDown(_view, event) {
            const pressed = event.code === turnKeys.code && event.shiftKey && (event.ctrlKey || event.metaKey);
            if (!pressed || event.altKey) return false;
            event.preventDefault();
            return editor.commands.turnBlockDirection();
          },
          decorations({ doc }) {
            const found: Decoration[] = [];
            doc.descendants((node, position) => {
              if (!node.isTextblock && !around.has(node.type.name)) return;
              const dir = readingOf(node);
              if (dir) found.push(Decoration.node(position, position + node.nodeSize, { dir }));
            });
            return DecorationSet.create(doc, found);
          },
        },
      }),
    ];
  },
});
