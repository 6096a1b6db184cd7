// Takes a list along as a file, as it is filtered; says before what the file will not hold, and why.
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconFileExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';

type Format = 'csv' | 'xlsx';

export function ExportButton({ query }: { query: Record<string, string> }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('export.take')}
      </Button>
      {open ? <ExportDialog query={query} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ExportDialog({ query, onClose }: { query: Record<string, string>; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const nameOf = useLocaleText();
  const [format, setFormat] = useState<Format>('xlsx');
  const kinds = useQuery(orpc.imports.listExportKinds.queryOptions({ input: {} }));
  const kind = kinds.data?.items.find((one) => one.name === 'customers');
  const take = useMutation({
    mutationFn: () => api.imports.requestExport({ kind: 'customers', format, query }),
    onSuccess: ({ id }) => {
      // The browser saves what comes, as it comes.
      Object.assign(document.createElement('a'), {
        href: `/api/exports/${id}/file?language=${language}`,
        download: '',
      }).click();
      void queryClient.invalidateQueries({ queryKey: orpc.imports.listExports.key() });
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('export.take-title')}>
      <Stack>
        <Text>{t(Object.keys(query).length > 0 ? 'export.filtered' : 'export.all')}</Text>
        <ErrorNote error={kinds.error ?? take.error} />
        {kind ? (
          <Text c="dimmed" size="sm">
            {t('export.columns', {
              names: kind.columns.map((column) => nameOf(column.names)).join(t('export.between')),
            })}
          </Text>
        ) : null}
        {kind && kind.leftOut.length > 0 ? (
          <Alert variant="light" color="gray" icon={<IconEyeOff aria-hidden />} title={t('export.left-out')}>
            {kind.leftOut.map(({ what, reason }) => (
              <Text key={nameOf(what)} size="sm">
                <bdi>{nameOf(what)}</bdi>: {t(`export.reason.${reason}`)}
              </Text>
            ))}
          </Alert>
        ) : null}
        <Radio.Group label={t('export.format')} value={format} onChange={(value) => setFormat(value as Format)}>
          <Stack gap="xs" mt="xs">
            {(['xlsx', 'csv'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`export.format.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Text c="dimmed" size="sm">
          {t('export.recorded')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button onClick={() => take.mutate()} loading={take.isPending} disabled={!kind}>
            {t('export.take')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
