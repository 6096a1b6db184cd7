// Asks where the marked words lead.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { Dialog } from '../dialog.tsx';
import { safeAddress } from './clean-paste.ts';

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useT();
  const before = (editor.getAttributes('link')['href'] as string | undefined) ?? '';
  const [address, setAddress] = useState(before);
  const [refused, setRefused] = useState(false);
  const run = () => editor.chain().focus().extendMarkRange('link');

  function take(): void {
    const href = safeAddress(completed(address));
    if (href === null) return setRefused(true);
    // With nothing marked, the address itself is the words.
    if (editor.state.selection.empty && before === '')
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else run().setLink({ href }).run();
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t('ui.rich-text.link')}>
      <Stack>
        <TextInput
          label={t('ui.rich-text.link-address')}
          description={t('ui.rich-text.link-hint')}
          dir="ltr"
          inputMode="url"
          value={address}
          error={refused ? faultText('link') : undefined}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setRefused(false);
          }}
          onKeyDown={onEnter(take)}
        />
        <Group>
          <Button onClick={take}>{t('ui.rich-text.link-set')}</Button>
          {before ? (
            <Button
              variant="default"
              onClick={() => {
                run().unsetLink().run();
                onClose();
              }}
            >
              {t('ui.rich-text.link-remove')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** The editor stands in a form of its own: Enter must not send that. */
export function onEnter(act: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function completed(address: string): string {
  const given = address.trim();
  if (/^[^\s@/:]+@[^\s@/]+$/.test(given)) return `mailto:${given}`;
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?$/.test(given) ? `https://${given}` : given;
}
