// How long values of each class are kept after the last sign of a customer; shows beforehand whom it would concern tonight.
import { Alert, Button, NumberInput, Stack, Text } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldClass, type RetentionSettings as Settings } from '#contract/customer-record.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { SaveBar } from './save-bar.tsx';

const query = { ...orpc.customerSettings.getRetention.queryOptions({ input: {} }), refetchOnWindowFocus: false };

export function RetentionSettings() {
  const t = useT();
  const stored = useQuery(query);
  const [changed, setChanged] = useState<Settings | null>(null);
  const preview = useMutation({ mutationFn: (settings: Settings) => api.customerSettings.previewRetention(settings) });
  const save = useMutation({
    mutationFn: (settings: Settings) => api.customerSettings.updateRetention(settings),
    onSuccess: (settings) => {
      queryClient.setQueryData(query.queryKey, settings);
      setChanged(null);
      preview.reset();
      notifications.show({ message: t('customer.saved') });
    },
  });
  const shown = changed ?? stored.data;
  const set = (one: FieldClass, months: number | null) => {
    if (!shown) return;
    preview.reset();
    setChanged({ ...shown, [one]: months });
  };
  const counts = preview.data;
  const concerned = counts ? FieldClass.options.filter((one) => (counts[one] ?? 0) > 0) : [];
  return (
    <Stack gap="md" maw={560}>
      <ErrorNote error={stored.error ?? preview.error ?? save.error} />
      {stored.isPending ? <TextSkeleton lines={8} /> : null}
      {shown
        ? FieldClass.options.map((one) => (
            <NumberInput
              key={one}
              label={t(`customer.class.${one}`)}
              description={t(`customer.class-holds.${one}`)}
              placeholder={t('customer.keep-for-ever')}
              suffix={` ${t('customer.months')}`}
              min={1}
              max={600}
              allowDecimal={false}
              value={shown[one] ?? ''}
              onChange={(value) => set(one, typeof value === 'number' && value >= 1 ? value : null)}
            />
          ))
        : null}
      {changed && !counts ? (
        <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(changed)}>
          {t('customer.retention-preview')}
        </Button>
      ) : null}
      {counts ? (
        <Alert role="status" variant="light" title={t('customer.retention-tonight')}>
          {concerned.length === 0 ? <Text>{t('customer.retention-nobody')}</Text> : null}
          {concerned.map((one) => (
            <Text key={one}>
              {t(`customer.class.${one}`)}: {t('customer.retention-count', { count: counts[one] ?? 0 })}
            </Text>
          ))}
        </Alert>
      ) : null}
      <SaveBar
        changed={changed !== null && counts !== undefined}
        busy={save.isPending}
        onSave={() => changed && save.mutate(changed)}
        onDiscard={() => {
          setChanged(null);
          preview.reset();
        }}
      />
    </Stack>
  );
}
