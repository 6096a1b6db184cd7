// Loads the whole classification from the file of its owner, in place of the part that is shipped.
import { FileInput, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import type { Coverage } from './use-coverage.ts';

const Loaded = z.object({ edition: Line });

export function LoadDialog({ onClose, onLoaded }: { onClose: () => void; onLoaded: (next: Coverage) => void }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const form = useZodForm(Loaded, { edition: '' });
  return (
    <Dialog opened onClose={onClose} title={t('process-class.load')} closeOnClickOutside={false}>
      <Form
        form={form}
        onSubmit={async ({ edition }) => {
          if (!file) return;
          onLoaded(await api.processCoverage.load({ edition, csv: await file.text() }));
          onClose();
        }}
      >
        <Text>{t('process-class.load-means')}</Text>
        <FileInput
          label={t('process-class.file')}
          description={t('process-class.file-hint')}
          placeholder={t('process-class.file')}
          accept=".csv,.tsv,.txt,text/csv"
          leftSection={<IconFileUpload size={16} aria-hidden />}
          value={file}
          onChange={setFile}
          error={form.formState.submitCount > 0 && !file ? t('process-class.file') : undefined}
        />
        <TextField
          name="edition"
          label={t('process-class.edition')}
          hint={t('process-class.edition-hint')}
          required
          maxLength={300}
        />
        <SubmitButton>{t('process-class.load')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
