// The editor itself; it is large, so that only `rich-text-input.tsx` loads it, when the first one is shown.
import { EditorContent, type JSONContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { Alert, CloseButton, Group, Text } from '@mantine/core';
import { calloutKinds, type CalloutKind } from '#kernel/rich-text/rich-text.ts';
import { useT } from '#web/lib/i18n.ts';
import { agreedDocument } from './agreed-document.ts';
import { cleanPaste } from './clean-paste.ts';
import { extensionsFor } from './extensions.ts';
import { fileOf } from './file-of.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { PictureAttributes } from './picture.ts';
import { PictureDialog, pictureTypes } from './picture-dialog.tsx';
import classes from './rich-text.module.css';
import type { RichTextInputProps } from './rich-text-input.tsx';
import { Toolbar } from './toolbar.tsx';

export function RichTextEditor(props: RichTextInputProps) {
  const { value, onChange, onBlur, labelledBy, label, language, invalid, plain, variables, imageAddress } = props;
  const t = useT();
  const [linking, setLinking] = useState(false);
  const [waiting, setWaiting] = useState<(File | null)[]>([]);
  const [lost, setLost] = useState(0);
  /** Pictures that were just uploaded: nobody but this page can show them before the text is saved. */
  const shownHere = useRef(new Map<string, string>());
  const told = useRef(value);

  const takePictures = (files: readonly File[]): boolean => {
    const pictures = files.filter(({ type }) => pictureTypes.includes(type));
    if (plain || pictures.length === 0) return false;
    setWaiting((before) => [...before, ...pictures]);
    return true;
  };

  const editor = useEditor({
    extensions: extensionsFor({
      calloutWords: Object.fromEntries(calloutKinds.map((kind) => [kind, t(`ui.rich-text.callout.${kind}`)])) as Record<
        CalloutKind,
        string
      >,
      variables,
      addressOf: (fileId) => shownHere.current.get(fileId) ?? imageAddress(fileId),
    }),
    content: value as JSONContent,
    // Bidi marks and what else is invisible are cleaned by the server, as in every other field.
    onUpdate: ({ editor: now }) => {
      const next = agreedDocument(now.getJSON());
      told.current = next;
      onChange(next);
    },
    onBlur: () => onBlur?.(),
    editorProps: {
      attributes: {
        class: `${classes['text']} ${classes['written']}`,
        role: 'textbox',
        'aria-multiline': 'true',
        ...(labelledBy ? { 'aria-labelledby': labelledBy } : {}),
        ...(label ? { 'aria-label': label } : {}),
        lang: language,
        dir: language === 'en' ? 'ltr' : 'rtl',
      },
      transformPastedHTML: (html) => {
        const cleaned = cleanPaste(html, (text) => new DOMParser().parseFromString(text, 'text/html'));
        takePictures(cleaned.pictures.map(fileOf));
        setLost(plain ? 0 : cleaned.lost);
        return cleaned.html;
      },
      handlePaste: (_view, event) => {
        const data = event.clipboardData;
        // Word puts a drawing of the text beside the text: only where there is no text is it meant.
        return data !== null && data.getData('text/html') === '' && takePictures([...data.files]);
      },
      handleDrop: (_view, event, _slice, moved) => !moved && takePictures([...(event.dataTransfer?.files ?? [])]),
      handleKeyDown: (_view, event) => {
        if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
        event.preventDefault();
        setLinking(true);
        return true;
      },
    },
  });

  // Another text was put in from outside, such as when a form takes over what somebody else saved. A form gives back what it was told as a copy:
  // setting that would take the empty paragraph under a picture, and mark the picture, which the next paste would then replace.
  useEffect(() => {
    if (value === told.current) return;
    const same = JSON.stringify(value) === JSON.stringify(told.current);
    told.current = value;
    if (same) return;
    editor.commands.setContent(value as JSONContent, { emitUpdate: false });
  }, [editor, value]);

  useEffect(() => {
    editor.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: {
          ...(editor.options.editorProps.attributes as Record<string, string>),
          'aria-invalid': String(Boolean(invalid)),
        },
      },
    });
  }, [editor, invalid]);

  useEffect(() => {
    const pictures = shownHere.current;
    return () => {
      for (const address of pictures.values()) URL.revokeObjectURL(address);
    };
  }, []);

  const { ref } = props;
  useEffect(() => {
    ref?.({ focus: () => editor.commands.focus() });
    return () => ref?.(null);
    // A new function with every drawing; the editor stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor]);

  const marked = waiting[0] === null && editor.isActive('image') ? editor.getAttributes('image') : null;
  return (
    <div className={classes['editor']} data-invalid={invalid || undefined}>
      <Toolbar
        editor={editor}
        plain={plain ?? false}
        variables={variables}
        onLink={() => setLinking(true)}
        onPicture={() => setWaiting([null])}
      />
      {lost > 0 ? (
        <Alert role="status" variant="light" color="yellow" p="xs" radius={0}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('ui.rich-text.pictures-lost', { count: lost })}</Text>
            <CloseButton aria-label={t('ui.close')} onClick={() => setLost(0)} />
          </Group>
        </Alert>
      ) : null}
      <EditorContent editor={editor} />
      {linking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
      {waiting.length > 0 ? (
        <PictureDialog
          // Each picture that waits has its own words.
          key={waiting.length}
          file={waiting[0] ?? null}
          before={marked as PictureAttributes | null}
          onTake={(picture, file) => {
            if (file) shownHere.current.set(picture.fileId, URL.createObjectURL(file));
            const chain = editor.chain().focus();
            (marked ? chain.changePicture(picture) : chain.insertPicture(picture)).run();
            setWaiting((before) => before.slice(1));
          }}
          onClose={() => setWaiting((before) => before.slice(1))}
        />
      ) : null}
    </div>
  );
}
