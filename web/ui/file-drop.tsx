// Attachments: dropped, pasted or chosen, uploaded at once with progress, each removable before sending. A form sent meanwhile waits for them.
import { Button, CloseButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { FileView } from '#contract/common.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { uploadFile } from '#web/lib/upload.ts';
import classes from './file-drop.module.css';

export type FileDropProps = { files: readonly FileView[]; onChange: (files: FileView[]) => void; max?: number };
type Upload = { key: number; name: string; share: number; fault: string | null; cancel: AbortController };

export function FileDrop({ files, onChange, max = 20 }: FileDropProps) {
  const t = useT();
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [uploads, setUploads] = useState<Upload[]>([]);
  // Several uploads end at their own times: each must add to the newest list, not to the one it started from.
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);

  async function take(list: Iterable<File>): Promise<void> {
    if (!busy) setWaiting(false);
    const room = max - latest.current.length - uploads.length;
    await Promise.all([...list].slice(0, Math.max(0, room)).map(send));
  }

  async function send(file: File): Promise<void> {
    const upload: Upload = {
      key: Math.random(),
      name: file.name,
      share: 0,
      fault: null,
      cancel: new AbortController(),
    };
    const patch = (change: Partial<Upload>) =>
      setUploads((all) => all.map((one) => (one.key === upload.key ? { ...one, ...change } : one)));
    setUploads((all) => [...all, upload]);
    try {
      const view = await uploadFile(file, { signal: upload.cancel.signal, progress: (share) => patch({ share }) });
      latest.current = [...latest.current, view];
      onChange([...latest.current]);
      forget(upload.key);
    } catch (error) {
      if (!upload.cancel.signal.aborted) patch({ fault: problemText(error) });
    }
  }

  const root = useRef<HTMLDivElement>(null);
  const busy = uploads.some(({ fault }) => fault === null);
  const failed = uploads.some(({ fault }) => fault !== null);
  const [waiting, setWaiting] = useState(false);
  const wanted = useRef(false);
  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form || !busy) return;
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      wanted.current = true;
      setWaiting(true);
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [busy]);
  useEffect(() => {
    if (busy || !wanted.current) return;
    wanted.current = false;
    // Whoever attached a file that could not be sent decides anew.
    if (!failed) root.current?.closest('form')?.requestSubmit();
  }, [busy, failed]);

  function forget(key: number): void {
    setUploads((all) => all.filter((one) => one.key !== key));
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  }

  return (
    <Stack
      ref={root}
      gap={6}
      className={classes['drop'] ?? ''}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => void take(event.clipboardData.files)}
    >
      {files.map((file) => (
        <Group key={file.id} gap="xs" wrap="nowrap" className={classes['file'] ?? ''}>
          <bdi className={classes['name']}>{file.name}</bdi>
          <Text c="dimmed" size="sm">
            {format.bytes(file.size)}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t('ui.remove-file', { name: file.name })}
            onClick={() => onChange(files.filter((one) => one.id !== file.id))}
          />
        </Group>
      ))}
      {uploads.map((upload) => (
        <div key={upload.key} className={classes['file']}>
          <Group gap="xs" wrap="nowrap">
            <bdi className={classes['name']}>{upload.name}</bdi>
            <CloseButton
              size="sm"
              aria-label={t('ui.remove-file', { name: upload.name })}
              onClick={() => {
                upload.cancel.abort();
                forget(upload.key);
              }}
            />
          </Group>
          {upload.fault ? (
            <Text c="red" size="sm" role="alert">
              {upload.fault}
            </Text>
          ) : (
            <Progress value={upload.share * 100} aria-label={upload.name} />
          )}
        </div>
      ))}
      {busy && waiting ? (
        <Text size="sm" c="dimmed" role="status">
          {t('ui.sent-after-upload')}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          onClick={() => picker.current?.click()}
          disabled={files.length >= max}
        >
          {t('ui.attach')}
        </Button>
        <Text c="dimmed" size="sm" visibleFrom="sm">
          {t('ui.attach-hint')}
        </Text>
      </Group>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void take(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </Stack>
  );
}
