// Starts an instance of the newest version.
import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { type Model, refreshProcesses } from './use-processes.ts';

export function StartDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const go = useNavigate();
  const starting = useMutation({
    mutationFn: () => api.processInstances.start({ modelKey: model.key }),
    onSuccess: async ({ id }) => {
      await refreshProcesses();
      await go({ to: '/processes/$modelId/running', params: { modelId: model.id }, search: { instance: id } });
    },
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => starting.mutate()}
      title={t('process.start')}
      confirmLabel={t('process.start')}
      busy={starting.isPending}
      error={starting.error}
    >
      <Text>{t('process.start-means', { name: text(model.name), number: model.version ?? 0 })}</Text>
    </ConfirmDialog>
  );
}
