// How the file is read: encoding, delimiter or sheet, and the row of the header, with the rows as they come out.
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ImportDelimiter, ImportEncoding } from '#contract/imports.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { problemOf } from './failure.ts';
import { PreviewTable } from './preview-table.tsx';
import { type ImportView, keepImport } from './use-imports.ts';

/** Below it somebody should look: the guess may be wrong. */
const sureEnough = 0.8;
const headerRows = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type Wish = Omit<Parameters<typeof api.imports.changeReading>[0], 'id'>;

export function ReadingStep({ made, onDone }: { made: ImportView; onDone: () => void }) {
  const t = useT();
  const format = useFormat();
  const { reading } = made;
  const change = useMutation({
    mutationFn: (wish: Wish) => api.imports.changeReading({ id: made.id, ...kept(made), ...wish }),
    onSuccess: keepImport,
  });
  return (
    <Stack>
      {made.failure ? <ErrorNote error={problemOf(made.failure)} /> : null}
      <Group align="flex-end" gap="md">
        {reading.encoding ? (
          <>
            <Select
              label={t('import.encoding')}
              data={ImportEncoding.options.map((value) => ({ value, label: t(`import.encoding.${value}`) }))}
              value={reading.encoding}
              allowDeselect={false}
              onChange={(encoding) => change.mutate({ encoding: encoding as ImportEncoding })}
            />
            <Select
              label={t('import.delimiter')}
              data={ImportDelimiter.options.map((value) => ({ value, label: t(`import.delimiter.${names[value]}`) }))}
              value={reading.delimiter}
              allowDeselect={false}
              onChange={(delimiter) => change.mutate({ delimiter: delimiter as ImportDelimiter })}
            />
          </>
        ) : (
          <Select
            label={t('import.sheet')}
            data={reading.sheets}
            value={reading.sheet}
            allowDeselect={false}
            onChange={(sheet) => sheet !== null && change.mutate({ sheet })}
          />
        )}
        <Select
          label={t('import.header-row')}
          data={headerRows.map((row) => ({
            value: String(row),
            label: row === 0 ? t('import.no-header') : t('import.row', { row: format.number(row) }),
          }))}
          value={String(reading.headerRow)}
          allowDeselect={false}
          onChange={(row) => change.mutate({ headerRow: Number(row) })}
        />
      </Group>
      {reading.confidence < sureEnough ? (
        <Alert variant="light" color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('import.encoding-unsure', { share: format.percent(reading.confidence) })}
        </Alert>
      ) : null}
      <ErrorNote error={change.error} />
      <Text size="sm" c="dimmed">
        {t('import.preview-means')}
      </Text>
      <PreviewTable made={made} busy={change.isPending} />
      <Group>
        <Button onClick={onDone} loading={change.isPending}>
          {t('import.to-columns')}
        </Button>
      </Group>
    </Stack>
  );
}

const names: Record<ImportDelimiter, 'comma' | 'semicolon' | 'tab' | 'bar'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/** What was chosen before stays chosen; the header row is looked for again, unless it is what changes. */
function kept({ reading }: ImportView): Wish {
  return reading.encoding
    ? { encoding: reading.encoding, ...(reading.delimiter ? { delimiter: reading.delimiter } : {}) }
    : reading.sheet
      ? { sheet: reading.sheet }
      : {};
}
