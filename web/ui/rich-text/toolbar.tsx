// The bar above the editor: what can be done with the words, as icons with names, in one stop of the keyboard.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconSeparator,
  IconUnderline,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import classes from './rich-text.module.css';
import { Tool } from './tool.tsx';
import { BlockMenu, CalloutMenu, DirectionMenu, TableMenu, VariableMenu } from './tool-menus.tsx';
import type { TemplateVariable } from './variable.ts';

export type ToolbarProps = {
  editor: Editor;
  /** Without pictures, tables and callouts: what a mail can carry. */
  plain: boolean;
  variables?: readonly TemplateVariable[] | undefined;
  onLink: () => void;
  onPicture: () => void;
};

const marks = [
  { name: 'bold', icon: IconBold, keys: { code: 'KeyB', mod: true } },
  { name: 'italic', icon: IconItalic, keys: { code: 'KeyI', mod: true } },
  { name: 'underline', icon: IconUnderline, keys: { code: 'KeyU', mod: true } },
  { name: 'code', icon: IconCode, keys: { code: 'KeyE', mod: true } },
] as const;

export function Toolbar({ editor, plain, variables, onLink, onPicture }: ToolbarProps) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      code: now.isActive('code'),
      link: now.isActive('link'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      blockquote: now.isActive('blockquote'),
      image: now.isActive('image'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();

  useEffect(() => stopAt(bar.current, toolsOf(bar.current)[0]), []);

  return (
    <div
      ref={bar}
      // Not in the order of the Tab key itself: one of its tools is.
      role="toolbar"
      tabIndex={-1}
      aria-label={t('ui.rich-text.tools')}
      className={classes['tools']}
      onKeyDown={moveAlong}
      onFocus={(event) => stopAt(bar.current, event.target as HTMLElement)}
    >
      <BlockMenu editor={editor} />
      {marks.map(({ name, icon, keys }) => (
        <Tool
          key={name}
          label={t(`ui.rich-text.${name}`)}
          icon={icon}
          keys={keys}
          on={on[name]}
          onClick={() => run().toggleMark(name).run()}
        />
      ))}
      <Tool
        label={t('ui.rich-text.link')}
        icon={IconLink}
        keys={{ code: 'KeyK', mod: true }}
        on={on.link}
        onClick={onLink}
      />
      <Tool
        label={t('ui.rich-text.bullets')}
        icon={IconList}
        flips
        on={on.bulletList}
        onClick={() => run().toggleBulletList().run()}
      />
      <Tool
        label={t('ui.rich-text.numbers')}
        icon={IconListNumbers}
        on={on.orderedList}
        onClick={() => run().toggleOrderedList().run()}
      />
      {plain ? null : (
        <>
          <Tool
            label={t('ui.rich-text.quote')}
            icon={IconBlockquote}
            flips
            on={on.blockquote}
            onClick={() => run().toggleBlockquote().run()}
          />
          <CalloutMenu editor={editor} />
          <TableMenu editor={editor} />
          <Tool label={t('ui.rich-text.picture')} icon={IconPhoto} on={on.image} onClick={onPicture} />
          <Tool label={t('ui.rich-text.rule')} icon={IconSeparator} onClick={() => run().setHorizontalRule().run()} />
        </>
      )}
      <DirectionMenu editor={editor} />
      {variables ? <VariableMenu editor={editor} variables={variables} /> : null}
      <Tool
        label={t('ui.rich-text.undo')}
        icon={IconArrowBackUp}
        flips
        keys={{ code: 'KeyZ', mod: true }}
        disabled={!on.undo}
        onClick={() => run().undo().run()}
      />
      <Tool
        label={t('ui.rich-text.redo')}
        icon={IconArrowForwardUp}
        flips
        keys={{ code: 'KeyZ', mod: true, shift: true }}
        disabled={!on.redo}
        onClick={() => run().redo().run()}
      />
    </div>
  );
}

function toolsOf(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>('button') ?? [])];
}

/** One stop of the Tab key: the tool that was used last. */
function stopAt(bar: HTMLElement | null, tool: HTMLElement | undefined): void {
  const tools = toolsOf(bar);
  if (!tool || !tools.includes(tool)) return;
  for (const one of tools) one.tabIndex = one === tool ? 0 : -1;
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const tools = toolsOf(event.currentTarget);
  const here = tools.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return;
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const next = { [forward]: here + 1, [back]: here - 1, Home: 0, End: tools.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  tools[(next + tools.length) % tools.length]?.focus();
}
