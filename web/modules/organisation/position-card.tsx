// One position in the panel of its unit, with its responsibilities and what may be changed.
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { PositionDialog } from './position-dialog.tsx';
import { PositionLine } from './position-line.tsx';
import classes from './position-card.module.css';
import type { Position, Unit } from './unit-tree.ts';
import { refreshStructure } from './use-structure.ts';

export function PositionCard({ position, units }: { position: Position; units: readonly Unit[] }) {
  const t = useT();
  const text = useLocaleText();
  const mayManage = useMay('unit.manage');
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null);
  const title = text(position.title);
  const removal = useMutation({
    mutationFn: () => api.organisation.removePosition({ id: position.id }),
    onSuccess: refreshStructure,
  });
  return (
    <div className={classes['card']}>
      <PositionLine position={position} />
      {position.responsibilities ? (
        <div className={classes['duties']}>
          <Text size="sm" c="dimmed">
            {t('organisation.responsibilities')}
          </Text>
          <UserText lines={4}>{position.responsibilities}</UserText>
        </div>
      ) : null}
      {mayManage ? (
        <Group gap="xs" className={classes['acts'] ?? ''}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('organisation.change-position-of', { title })}
            onClick={() => setAsked('change')}
          >
            {t('organisation.change')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('organisation.remove-position-of', { title })}
            onClick={() => setAsked('remove')}
          >
            {t('organisation.remove')}
          </Button>
        </Group>
      ) : null}
      {asked === 'change' ? (
        <PositionDialog units={units} unitId={position.unitId} position={position} onClose={() => setAsked(null)} />
      ) : null}
      <ConfirmDialog
        opened={asked === 'remove'}
        onClose={() => {
          setAsked(null);
          removal.reset();
        }}
        onConfirm={() => removal.mutate()}
        title={t('organisation.remove-position')}
        confirmLabel={t('organisation.remove-position')}
        danger
        busy={removal.isPending}
        error={removal.error}
      >
        {t('organisation.remove-position-means', { title })}
      </ConfirmDialog>
    </div>
  );
}
