// What a file of sales holds, before it is entered and after: how many rows are fine, which are not and why, and what to do with them.
import { Button, Group, Progress, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { SaleFile } from '#contract/purchases.ts';
import { useFormat } from '#web/lib/format.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { Counts } from '#web/ui/counts.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowFaults } from '#web/ui/row-faults.tsx';
import { columnName, reasonsOf, saveRefused } from './sale-file-csv.ts';
import type { SaleFileWork } from './use-sale-file.ts';

const shown = 30;

export function SaleFileCheck({ work, file }: { work: SaleFileWork; file: SaleFile }) {
  const t = useT();
  const language = useLanguage();
  const { rows, finished, entering, done, wanted } = work;
  const refused = rows.filter(({ now }) => now === 'refused');
  const begun = done > 0;
  // The reader sees whether the calendar was understood.
  const days = [...new Set(rows.flatMap(({ sale }) => (sale ? [sale.boughtOn] : [])))].toSorted();
  const unread = file.columns.flatMap(({ field, header }) => (field === null && header !== '' ? [header] : []));
  return (
    <>
      <div role="status">
        <Title order={2} size="h4">
          <bdi>{file.name}</bdi>
        </Title>
        <Text>{t(finished ? 'sale.file.entered' : begun ? 'sale.file.entering' : 'sale.file.not-saved')}</Text>
      </div>
      <Counts
        counts={([begun ? 'entered' : 'fine', 'there', 'refused'] as const).map((state) => ({
          key: state,
          label: t(`sale.file.count.${state}`),
          value: rows.filter(({ now }) => now === state).length,
        }))}
      />
      {days.length > 0 ? (
        <Text>
          {t('sale.file.days')} <DateText value={days[0]!} />
          {days.length > 1 ? (
            <>
              {' – '}
              <DateText value={days.at(-1)!} />
            </>
          ) : null}
        </Text>
      ) : null}
      {file.missing.length > 0 ? (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('sale.file.missing', { columns: file.missing.map((key) => columnName(key, language)).join(' · ') })}
        </Text>
      ) : null}
      {unread.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('sale.file.passed-over', { columns: unread.join(' · ') })}
        </Text>
      ) : null}
      {entering || (begun && !finished) ? (
        <Progress value={(done / wanted) * 100} aria-label={t('sale.file.entering')} />
      ) : null}
      <ErrorNote error={work.error} kept={t('sale.file.kept')} />
      <Group>
        {wanted > 0 && !finished ? (
          <Button size="md" onClick={() => void work.enter()} loading={entering}>
            {t(begun ? 'sale.file.go-on' : 'sale.file.enter')}
          </Button>
        ) : null}
        {refused.length > 0 && file.missing.length === 0 ? (
          <Button
            size="md"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => saveRefused(t, language, file, refused)}
          >
            {t('sale.file.save-refused')}
          </Button>
        ) : null}
        <Button size="md" variant="default" onClick={work.forget} disabled={entering}>
          {t('sale.file.another')}
        </Button>
      </Group>
      {finished ? <PageLink to="/sales">{t('sale.list')}</PageLink> : null}
      {file.missing.length === 0 ? <Faults rows={rows} /> : null}
    </>
  );
}

function Faults({ rows }: { rows: SaleFileWork['rows'] }) {
  const t = useT();
  const format = useFormat();
  const faulty = rows.filter(({ now }) => now === 'refused' || now === 'there');
  // What is to be corrected stands before what was there anyway.
  const first = faulty.toSorted((a, b) => Number(a.now === 'there') - Number(b.now === 'there')).slice(0, shown);
  return (
    <RowFaults
      title={t('sale.file.first-faults')}
      rows={first.map((row) => ({
        row: row.row,
        label: t('sale.file.row-number', { row: format.number(row.row) }),
        why: <Why row={row} />,
      }))}
    />
  );
}

function Why({ row }: { row: SaleFileWork['rows'][number] }) {
  const language = useLanguage();
  const held =
    row.sale?.buyer.name ??
    row.cells
      .filter((cell) => cell !== '')
      .slice(0, 4)
      .join(' · ');
  return (
    <>
      {held ? (
        <Text size="sm">
          <bdi>{held}</bdi>
        </Text>
      ) : null}
      {reasonsOf(row, language).map((reason) => (
        <Text key={reason} size="sm" c={row.now === 'refused' ? 'var(--mantine-color-error)' : 'dimmed'}>
          {reason}
        </Text>
      ))}
    </>
  );
}
