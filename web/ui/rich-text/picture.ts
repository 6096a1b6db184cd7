// A picture as a block of its own: kept in the organisation's files, always with a text for whoever does not see it.
import { Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';

export type PictureAttributes = { fileId: string; alt: string };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    picture: {
      /** Behind the paragraph or picture where the cursor is, which then stands behind the new one: what is typed or pasted next replaces nothing. */
      insertPicture: (picture: PictureAttributes) => ReturnType;
      /** The one that is marked. */
      changePicture: (picture: PictureAttributes) => ReturnType;
    };
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
      changePicture:
        (attrs) =>
        ({ commands }) =>
          commands.updateAttributes(this.name, attrs),
      insertPicture:
        (attrs) =>
        ({ tr, dispatch, state: { schema } }) => {
          const { selection } = tr;
          const { $to } = selection;
          const { isTextblock, content } = $to.parent;
          // An empty paragraph goes on behind the picture.
          const behind = !isTextblock ? selection.to : content.size === 0 ? $to.before() : $to.after();
          const at = insertPoint(tr.doc, behind, this.type) ?? tr.doc.content.size;
          if (!dispatch) return true;
          const picture = this.type.create(attrs);
          tr.insert(at, picture);
          const next = at + picture.nodeSize;
          if (!tr.doc.resolve(next).nodeAfter?.isTextblock) tr.insert(next, schema.nodes['paragraph']!.create());
          tr.setSelection(TextSelection.create(tr.doc, next + 1)).scrollIntoView();
          return true;
        },
    };
  },
});
