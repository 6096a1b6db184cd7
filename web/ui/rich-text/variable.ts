// A variable of a reply template: shown by its name in the reader's language, kept by its name in the closed list; typing {{name}} makes one.
import { mergeAttributes, Node, nodeInputRule } from '@tiptap/core';

export type TemplateVariable = { name: string; label: string };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    variable: { insertVariable: (name: string) => ReturnType };
  }
}

export const Variable = Node.create<{ variables: readonly TemplateVariable[] }>({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ variables: [] }),
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-variable') ?? '',
      renderHTML: ({ name }) => ({ 'data-variable': name as string }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-variable]' }],
  renderHTML({ node, HTMLAttributes }) {
    const name = node.attrs['name'] as string;
    const label = this.options.variables.find((one) => one.name === name)?.label ?? name;
    return ['span', mergeAttributes(HTMLAttributes, { title: `{{${name}}}` }), label];
  },
  renderText: ({ node }) => `{{${node.attrs['name'] as string}}}`,
  addCommands() {
    return {
      insertVariable:
        (name) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { name } }),
    };
  },
  addInputRules() {
    const names = this.options.variables.map(({ name }) => name.replaceAll('.', '\\.')).join('|');
    if (names === '') return [];
    return [
      nodeInputRule({
        find: new RegExp(`\\{\\{\\s*(${names})\\s*\\}\\}$`),
        type: this.type,
        getAttributes: (match) => ({ name: match[1] }),
      }),
    ];
  },
});
