// Which version is shown, since when and by whom, and when everybody was last looked at; other versions are a choice away.
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { notifications } from '#web/lib/notices.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { refreshTree, type Tree } from './use-tree.ts';

/** More versions than a menu can hold are reached by their number in the address. */
const offered = 20;

export function TreeState({ tree }: { tree: Tree }) {
  const t = useT();
  const format = useFormat();
  const go = useNavigate();
  const mayManage = useMay('segment.manage');
  const [discarding, setDiscarding] = useState(false);
  const versions = useQuery(orpc.segments.versions.queryOptions({ input: { limit: offered } })).data?.items ?? [];
  const discard = useMutation({
    mutationFn: () => api.segments.discardDraft({}),
    onSuccess: async () => {
      setDiscarding(false);
      await go({ to: '/customer-tree', search: {} });
      await refreshTree();
    },
  });
  const recompute = useMutation({
    mutationFn: () => api.segments.recompute({}),
    onSuccess: () => void notifications.show({ message: t('segment.recompute-asked') }),
  });
  const { version, lastRecomputation } = tree;
  if (!version) return null;
  const number = format.number(version.number);
  const open = (one: (typeof versions)[number]) =>
    void go({
      to: '/customer-tree',
      search: one.state === 'published' ? {} : { version: one.state === 'draft' ? 'draft' : String(one.number) },
    });
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t(`segment.version.${version.state}`, { number })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {versions.map((one) => (
              <Menu.Item key={one.number} onClick={() => open(one)}>
                {t(`segment.version.${one.state}`, { number: format.number(one.number) })}
                {one.note ? (
                  <Text size="sm" c="dimmed" maw={320}>
                    <bdi>{one.note}</bdi>
                  </Text>
                ) : null}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Text c="dimmed" size="sm" mt={6}>
          {version.publishedAt
            ? t('segment.published-on', { date: format.date(version.publishedAt) })
            : t('segment.drafted-on', { date: format.date(version.draftedAt) })}
          {version.publishedBy || version.draftedBy ? ` · ${version.publishedBy ?? version.draftedBy}` : ''}
          {lastRecomputation && version.state === 'published'
            ? ` · ${t('segment.looked-at', { time: format.relative(lastRecomputation.startedAt) })}`
            : ''}
        </Text>
      </div>
      {mayManage && version.state !== 'retired' ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" aria-label={t('segment.more')}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {version.state === 'draft' ? (
              <Menu.Item color="red" onClick={() => setDiscarding(true)}>
                {t('segment.draft-discard')}
              </Menu.Item>
            ) : (
              <Menu.Item onClick={() => recompute.mutate()}>{t('segment.recompute')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => discard.mutate()}
        title={t('segment.draft-discard')}
        confirmLabel={t('segment.draft-discard')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        {t('segment.draft-discard-hint')}
      </ConfirmDialog>
    </Group>
  );
}
