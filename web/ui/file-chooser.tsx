// The place where a file is dropped or chosen, and how far it has been sent.
import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import classes from './file-chooser.module.css';

export type FileChooserProps = {
  /** On the button, and the name of the place. */
  label: string;
  hint: string;
  /** As in `<input accept>`. */
  accept: string;
  onFile: (file: File) => void;
  /** What is on its way: `share` from 0 to 1, `text` says what goes on. */
  sending: { name: string; share: number; text: string } | null;
  onCancel: () => void;
};

export function FileChooser({ label, hint, accept, onFile, sending, onCancel }: FileChooserProps) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    if (files?.[0] && !sending) onFile(files[0]);
  };
  return (
    <>
      <Stack
        role="group"
        aria-label={label}
        className={classes['drop'] ?? ''}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileUpload size={36} stroke={1.4} aria-hidden />
        {sending ? (
          <Stack w="100%" maw={420} gap="xs" align="center">
            <Text fw={500}>
              <bdi>{sending.name}</bdi>
            </Text>
            <Progress w="100%" value={sending.share * 100} aria-label={sending.name} />
            <Text size="sm" role="status">
              {sending.text}
            </Text>
            <Button variant="default" onClick={onCancel}>
              {t('ui.cancel')}
            </Button>
          </Stack>
        ) : (
          <>
            <Button size="md" onClick={() => picker.current?.click()}>
              {label}
            </Button>
            <Text size="sm" ta="center">
              {hint}
            </Text>
          </>
        )}
      </Stack>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file, corrected, may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
