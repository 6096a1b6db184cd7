// A customer's right to their data: everything as a file, everything as a letter, and erasure.
import { Button, Group, Text } from '@mantine/core';
import { IconEraser, IconFileText, IconJson } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import type { Customer } from './use-customers.ts';

export function PrivacyPart({ customer }: { customer: Customer }) {
  const t = useT();
  const mayExport = useMay('customer.export');
  const mayErase = useMay('customer.erase');
  const [erasing, setErasing] = useState(false);
  const data = useMutation({
    mutationFn: () => api.customers.exportData({ id: customer.id }),
    onSuccess: (all) => save(`customer-${customer.id}.json`, 'application/json', JSON.stringify(all, null, 2)),
  });
  const letter = useMutation({
    mutationFn: () => api.customers.dataLetter({ id: customer.id }),
    onSuccess: ({ html }) => save(`customer-${customer.id}.html`, 'text/html', html),
  });
  if (customer.erasedAt)
    return (
      <Text>
        {t('customer.erased')} <DateText value={customer.erasedAt} />
      </Text>
    );
  return (
    <>
      <ErrorNote error={data.error ?? letter.error} />
      <Text c="dimmed" mb="sm">
        {t('customer.privacy-means')}
      </Text>
      <Group gap="sm">
        {mayExport ? (
          <>
            <Button
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              loading={letter.isPending}
              onClick={() => letter.mutate()}
            >
              {t('customer.data-letter')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconJson size={16} aria-hidden />}
              loading={data.isPending}
              onClick={() => data.mutate()}
            >
              {t('customer.data-file')}
            </Button>
          </>
        ) : null}
        {mayErase ? (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconEraser size={16} aria-hidden />}
            onClick={() => setErasing(true)}
          >
            {t('customer.erase')}
          </Button>
        ) : null}
      </Group>
      {erasing ? <EraseDialog customer={customer} onClose={() => setErasing(false)} /> : null}
    </>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
