// The way to moving what runs by a version to another one, for those who may operate processes.
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';

export function MoveLink({ modelId, from }: { modelId: string; from: number }) {
  const t = useT();
  const to = useNavigate();
  if (!useMay('process.operate')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowRight size={16} data-flips aria-hidden />}
      onClick={() =>
        void to({ to: '/processes/$modelId/migration', params: { modelId }, search: { from: String(from) } })
      }
    >
      {t('migration.open')}
    </Button>
  );
}
