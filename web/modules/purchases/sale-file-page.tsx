// A dealer enters the sales of a day from a file: chosen or dropped, shown before anything is saved, entered.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saleFileColumns } from '#kernel/sale-file-columns.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FileChooser } from '#web/ui/file-chooser.tsx';
import { Page } from '#web/ui/page.tsx';
import { SaleFileCheck } from './sale-file-check.tsx';
import { saveTemplate } from './sale-file-csv.ts';
import classes from './sale-file.module.css';
import { useSaleFile } from './use-sale-file.ts';

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
            <FileChooser
              label={t('sale.file.choose')}
              hint={t('sale.file.choose-hint')}
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              onFile={(file) => void work.read(file)}
              sending={work.sending && { ...work.sending, text: t('sale.file.sending') }}
              onCancel={work.cancelSending}
            />
            <Columns />
          </>
        )}
      </Stack>
    </Page>
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
