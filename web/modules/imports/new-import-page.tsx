// The first step: a file is dropped or chosen, and sent with progress.
import { Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { upload } from '#web/lib/upload.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FileChooser } from '#web/ui/file-chooser.tsx';
import { Page } from '#web/ui/page.tsx';
import { type ImportView, keepImport } from './use-imports.ts';

type Sending = { name: string; share: number };

export function NewImportPage() {
  const t = useT();
  const go = useNavigate();
  const cancel = useRef<AbortController | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  async function send(file: File): Promise<void> {
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
        <FileChooser
          label={t('import.choose')}
          hint={t('import.choose-hint')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onFile={(file) => void send(file)}
          sending={sending && { ...sending, text: t(sending.share < 1 ? 'import.sending' : 'import.looking') }}
          onCancel={() => cancel.current?.abort()}
        />
        <Text c="dimmed" size="sm">
          {t('import.limits')}
        </Text>
      </Stack>
    </Page>
  );
}
