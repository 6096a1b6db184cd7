// The open segment beside the tree: to read in a published version, to write in the draft; its personas and members below.
import { CloseButton, Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { MemberList } from './member-list.tsx';
import { Personas } from './personas.tsx';
import { SegmentFacts } from './segment-facts.tsx';
import { SegmentForm } from './segment-form.tsx';
import classes from './segments.module.css';
import type { Tree } from './use-tree.ts';

export type SegmentPaneProps = {
  tree: Tree;
  /** An id, "new" or "none". */
  segment: string;
  /** Of a new one: what it stands below. */
  parent: string | null;
  mayManage: boolean;
  onOpen: (next: { segment?: string | undefined; parent?: string | undefined }) => void;
};

export function SegmentPane({ tree, segment, parent, mayManage, onOpen }: SegmentPaneProps) {
  const t = useT();
  const text = useLocaleText();
  const mayReadCustomers = useMay('customer.read');
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const node = tree.nodes.find(({ id }) => id === segment) ?? null;
  const writes = tree.version?.state === 'draft' && mayManage;
  const isNew = segment === 'new' && writes;
  const title = isNew ? t('segment.add') : segment === 'none' ? t('segment.unplaced') : node ? text(node.name) : '';
  return (
    <section ref={pane} tabIndex={-1} className={classes['pane']} aria-labelledby="segment-title">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md">
        <Title order={2} id="segment-title">
          <bdi>{title}</bdi>
        </Title>
        <CloseButton size="lg" aria-label={t('ui.close')} onClick={() => onOpen({})} />
      </Group>
      <Stack gap="xl">
        {writes && (isNew || node) ? (
          <SegmentForm tree={tree} node={node} parentId={parent} onOpen={onOpen} />
        ) : node ? (
          <SegmentFacts node={node} nodes={tree.nodes} />
        ) : segment === 'none' ? null : (
          <EmptyState title={t('segment.gone')} hint={t('segment.gone-hint')} />
        )}
        {node ? <Personas segmentId={node.id} mayManage={mayManage} /> : null}
        {tree.version?.state === 'published' && mayReadCustomers && (node || segment === 'none') ? (
          <MemberList segmentId={node?.id ?? null} />
        ) : null}
      </Stack>
    </section>
  );
}
