// One unit: where it stands, who heads it, its positions, and what may be changed.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { PositionCard } from './position-card.tsx';
import { PositionDialog } from './position-dialog.tsx';
import { UnitDialog } from './unit-dialog.tsx';
import { idsWithin, type UnitNode, wayTo } from './unit-tree.ts';
import { usePeopleById } from './use-people.ts';
import { refreshStructure, type Structure } from './use-structure.ts';

export type UnitPanelProps = { node: UnitNode; structure: Structure; onRemoved: () => void };

export function UnitPanel({ node, structure, onRemoved }: UnitPanelProps) {
  const t = useT();
  const text = useLocaleText();
  const people = usePeopleById();
  const mayManage = useMay('unit.manage');
  const [asked, setAsked] = useState<'change' | 'add-unit' | 'add-position' | 'remove' | null>(null);
  const { unit } = node;
  const close = () => setAsked(null);
  const way = wayTo(structure.units, unit.id);
  const removal = useMutation({
    mutationFn: () => api.organisation.removeUnit({ id: unit.id }),
    onSuccess: async () => {
      onRemoved();
      await refreshStructure();
    },
  });

  return (
    <Stack gap="lg">
      <Facts>
        <Fact term={t('organisation.part-of')}>
          {way.length === 0 ? (
            t('organisation.at-the-top')
          ) : (
            <bdi>{way.map((above) => text(above.name)).join(' · ')}</bdi>
          )}
        </Fact>
        <Fact term={t('organisation.head')}>
          {unit.headPersonId ? <bdi>{people.get(unit.headPersonId)?.name ?? '…'}</bdi> : t('organisation.no-head')}
        </Fact>
      </Facts>
      <div>
        <Title order={3} mb="xs">
          {t('organisation.positions')}
        </Title>
        {node.positions.length === 0 ? <Text c="dimmed">{t('organisation.no-positions')}</Text> : null}
        <Stack gap={0}>
          {node.positions.map((position) => (
            <PositionCard key={position.id} position={position} units={structure.units} />
          ))}
        </Stack>
        {mayManage ? (
          <Button
            mt="sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAsked('add-position')}
          >
            {t('organisation.add-position')}
          </Button>
        ) : null}
      </div>
      <PageLink to="/people" search={{ unit: unit.id }}>
        {t('organisation.people-of-unit')}
      </PageLink>
      {mayManage ? (
        <Group gap="xs">
          <Button variant="default" onClick={() => setAsked('change')}>
            {t('organisation.change-unit')}
          </Button>
          <Button variant="default" onClick={() => setAsked('add-unit')}>
            {t('organisation.add-unit-below')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsked('remove')}>
            {t('organisation.remove-unit')}
          </Button>
        </Group>
      ) : null}
      {asked === 'change' ? (
        <UnitDialog units={structure.units} unit={unit} within={idsWithin(node)} onClose={close} />
      ) : null}
      {asked === 'add-unit' ? <UnitDialog units={structure.units} parentId={unit.id} onClose={close} /> : null}
      {asked === 'add-position' ? <PositionDialog units={structure.units} unitId={unit.id} onClose={close} /> : null}
      <ConfirmDialog
        opened={asked === 'remove'}
        onClose={() => {
          close();
          removal.reset();
        }}
        onConfirm={() => removal.mutate()}
        title={t('organisation.remove-unit')}
        confirmLabel={t('organisation.remove-unit')}
        danger
        busy={removal.isPending}
        error={removal.error}
      >
        {t('organisation.remove-unit-means', { name: text(unit.name) })}
      </ConfirmDialog>
    </Stack>
  );
}
