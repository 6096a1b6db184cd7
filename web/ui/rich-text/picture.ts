// A picture as a block of its own: kept in the organisation's files, always with a text for whoever does not see it.
import { Node } from '@tiptap/core';

export type PictureAttributes = { fileId: string; alt: string };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    picture: { setPicture: (picture: PictureAttributes) => ReturnType };
  }
}

export const Picture = Node.create<{ addressOf: (fileId: string) => string }>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ addressOf: (fileId) => `/api/files/${fileId}` }),
  addAttributes: () => ({ fileId: { default: null }, alt: { default: '' }, width: { default: null } }),
  // Only from this editor to this editor: pictures from elsewhere are uploaded first.
  parseHTML: () => [
    {
      tag: 'figure[data-file]',
      getAttrs: (element) => ({
        fileId: element.getAttribute('data-file'),
        alt: element.querySelector('img')?.getAttribute('alt') ?? '',
      }),
    },
  ],
  renderHTML({ node }) {
    const { fileId, alt } = node.attrs as PictureAttributes;
    return ['figure', { 'data-file': fileId }, ['img', { src: this.options.addressOf(fileId), alt }]];
  },
  addCommands() {
    return {
      setPicture:
        (attrs) =>
        ({ commands, editor }) =>
          editor.isActive(this.name)
            ? commands.updateAttributes(this.name, attrs)
            : commands.insertContent({ type: this.name, attrs }),
    };
  },
});
