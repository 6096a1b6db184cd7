// The first step: a file is dropped or chosen, and sent with progress.
import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { upload } from '#web/lib/upload.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import classes from './imports.module.css';
import { type ImportView, keepImport } from './use-imports.ts';

type Sending = { name: string; share: number };

export function NewImportPage() {
  const t = useT();
  const go = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const cancel = useRef<AbortController | null>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  async function send(file: File | undefined): Promise<void> {
    if (!file || sending) return;
    const abort = new AbortController();
    cancel.current = abort;
    setFault(null);
    setSending({ name: file.name, share: 0 });
    try {
      const made = await upload<ImportView>('/api/import-kinds/customers/imports', file, {
        signal: abort.signal,
        progress: (share) => setSending({ name: file.name, share }),
      });
      keepImport(made);
      await go({ to: '/imports/$importId', params: { importId: made.id } });
    } catch (error) {
      if (!abort.signal.aborted) setFault(error);
      setSending(null);
    }
  }

  return (
    <Page title={t('import.new')} purpose={t('import.new-purpose')} width="reading">
      <Stack>
        <ErrorNote error={fault} />
        <Stack
          role="group"
          aria-label={t('import.choose')}
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
            void send(event.dataTransfer.files[0]);
          }}
        >
          <IconFileUpload size={36} stroke={1.4} aria-hidden />
          {sending ? (
            <Stack w="100%" maw={420} gap="xs" align="center">
              <Text fw={500}>
                <bdi>{sending.name}</bdi>
              </Text>
              <Progress w="100%" value={sending.share * 100} aria-label={sending.name} />
              <Text c="dimmed" size="sm" role="status">
                {t(sending.share < 1 ? 'import.sending' : 'import.looking')}
              </Text>
              <Button variant="default" onClick={() => cancel.current?.abort()}>
                {t('ui.cancel')}
              </Button>
            </Stack>
          ) : (
            <>
              <Button onClick={() => picker.current?.click()}>{t('import.choose')}</Button>
              <Text c="dimmed" size="sm" ta="center">
                {t('import.choose-hint')}
              </Text>
            </>
          )}
        </Stack>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          hidden
          onChange={(event) => {
            void send(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Text c="dimmed" size="sm">
          {t('import.limits')}
        </Text>
      </Stack>
    </Page>
  );
}
