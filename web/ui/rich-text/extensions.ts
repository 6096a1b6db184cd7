// What the editor knows: exactly the blocks and marks of the agreed document.
import type { Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { BlockDirection } from './block-direction.ts';
import type { CalloutKind } from '#kernel/rich-text/rich-text.ts';
import { Callout } from './callout.ts';
import { safeAddress } from './clean-paste.ts';
import { Picture } from './picture.ts';
import { type TemplateVariable, Variable } from './variable.ts';

export type ExtensionOptions = {
  calloutWords: Record<CalloutKind, string>;
  variables?: readonly TemplateVariable[] | undefined;
  addressOf: (fileId: string) => string;
};

export function extensionsFor({ calloutWords, variables, addressOf }: ExtensionOptions): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      codeBlock: false,
      strike: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        protocols: ['mailto', 'tel'],
        isAllowedUri: (address) => safeAddress(address) !== null,
        HTMLAttributes: { target: null, rel: null, class: null },
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    Callout.configure({ words: calloutWords }),
    Picture.configure({ addressOf }),
    BlockDirection,
    ...(variables ? [Variable.configure({ variables })] : []),
  ];
}
