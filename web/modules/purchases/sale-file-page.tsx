// A dealer enters the sales of a day from a file: chosen or dropped, shown before anything is saved, entered.
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { saleFileColumns } from '#kernel/sale-file-columns.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { SaleFileCheck } from './sale-file-check.tsx';
import { saveTemplate } from './sale-file-csv.ts';
import classes from './sale-file.module.css';
import { useSaleFile, type SaleFileWork } from './use-sale-file.ts';

export function SaleFilePage() {
  const t = useT();
  const work = useSaleFile();
  return (
    <Page title={t('sale.file')} purpose={t('sale.file-purpose')} width="reading">
      <Stack gap="lg">
        {work.file ? (
          <SaleFileCheck work={work} file={work.file} />
        ) : (
          <>
            <ErrorNote error={work.error} />
            <Choose work={work} />
            <Columns />
          </>
        )}
      </Stack>
    </Page>
  );
}

function Choose({ work }: { work: SaleFileWork }) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      <Stack
        role="group"
        aria-label={t('sale.file.choose')}
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
          void work.read(event.dataTransfer.files[0]);
        }}
      >
        <IconFileUpload size={36} stroke={1.4} aria-hidden />
        {work.sent === null ? (
          <>
            <Button size="md" onClick={() => picker.current?.click()}>
              {t('sale.file.choose')}
            </Button>
            <Text size="sm" ta="center">
              {t('sale.file.choose-hint')}
            </Text>
          </>
        ) : (
          <>
            <Progress w="100%" value={work.sent * 100} aria-label={t('sale.file.sending')} />
            <Text size="sm" role="status">
              {t('sale.file.sending')}
            </Text>
            <Button variant="default" onClick={work.cancelSending}>
              {t('ui.cancel')}
            </Button>
          </>
        )}
      </Stack>
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        hidden
        onChange={(event) => {
          void work.read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function Columns() {
  const t = useT();
  const language = useLanguage();
  return (
    <section aria-labelledby="sale-file-columns">
      <Group justify="space-between" align="center" mb="xs">
        <Text id="sale-file-columns" fw={600}>
          {t('sale.file.columns')}
        </Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => saveTemplate(t, language)}
        >
          {t('sale.file.template')}
        </Button>
      </Group>
      <ul className={classes['columns']}>
        {saleFileColumns.map(({ key, names, required }) => (
          <li key={key}>
            {names[language]}
            {required ? (
              <Text span size="sm" c="dimmed">
                {' '}
                {t('sale.file.needed')}
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" mt="xs">
        {t('sale.file.consent-means')} {t('sale.file.receipt-means')}
      </Text>
    </section>
  );
}
