// Writes a segment of the draft: names, what it stands below, its rule with a live count, and what is owed to it.
import { Button, Group } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NodeInput, ServicePriority } from '#contract/segments.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TreeField } from '#web/ui/form/tree-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { LinesField } from './lines-field.tsx';
import { LiveCount } from './live-count.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import type { SegmentPaneProps } from './segment-pane.tsx';
import { refreshTree, type Node, type Tree } from './use-tree.ts';

type Props = { tree: Tree; node: Node | null; parentId: string | null; onOpen: SegmentPaneProps['onOpen'] };

export function SegmentForm({ tree, node, parentId, onOpen }: Props) {
  const t = useT();
  const [removing, setRemoving] = useState(false);
  const form = useZodForm(NodeInput, {
    parentId: node?.parentId ?? parentId,
    name: node?.name ?? {},
    rule: node?.rule ?? { type: 'all', rules: [] },
    servicePriority: node?.servicePriority ?? 'normal',
    needs: node?.needs ?? [],
    sizeRank: node?.sizeRank ?? null,
  });
  const move = useMutation({
    mutationFn: (direction: 'up' | 'down') => api.segments.moveNode({ id: node!.id, direction }),
    onSuccess: refreshTree,
  });
  const remove = useMutation({
    mutationFn: () => api.segments.removeNode({ id: node!.id }),
    onSuccess: async () => {
      setRemoving(false);
      await refreshTree();
      onOpen({});
    },
  });
  // Itself and what is below it cannot be above it.
  const own = node ? below(tree.nodes, node.id) : new Set<string>();
  const hasBelow = own.size > 1;

  async function save(values: NodeInput): Promise<void> {
    const id = node ? node.id : (await api.segments.addNode(values)).id;
    if (node) await api.segments.updateNode({ id, ...values });
    await refreshTree();
    notifications.show({ message: t('segment.saved') });
    if (!node) onOpen({ segment: id });
    else form.reset(values);
  }

  return (
    <>
      <ErrorNote error={move.error} />
      <Form form={form} onSubmit={save}>
        <LocaleTextField name="name" label={t('segment.name')} required />
        <TreeField
          name="parentId"
          label={t('segment.parent')}
          hint={t('segment.parent-hint')}
          entries={tree.nodes.filter(({ id }) => !own.has(id)).map((one) => ({ ...one, sortOrder: one.order }))}
        />
        <RuleBuilder name="rule" label={t('segment.rule')} />
        <LiveCount />
        <SelectField
          name="servicePriority"
          label={t('segment.service-priority')}
          choices={ServicePriority.options.map((value) => ({ value, label: t(`segment.priority.${value}`) }))}
        />
        <NumberField name="sizeRank" label={t('segment.size-rank')} hint={t('segment.size-rank-hint')} />
        <LinesField name="needs" label={t('segment.needs')} hint={t('segment.lines-hint')} />
        <SubmitButton>{t(node ? 'ui.save' : 'segment.add')}</SubmitButton>
      </Form>
      {node ? (
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onOpen({ segment: 'new', parent: node.id })}
          >
            {t('segment.add-below')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => move.mutate('up')}
          >
            {t('segment.earlier')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowDown size={16} aria-hidden />}
            onClick={() => move.mutate('down')}
          >
            {t('segment.later')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('segment.remove')}
          </Button>
          <ConfirmDialog
            opened={removing}
            onClose={() => setRemoving(false)}
            onConfirm={() => remove.mutate()}
            title={t('segment.remove')}
            confirmLabel={t('segment.remove')}
            danger
            busy={remove.isPending}
            error={remove.error}
          >
            {t(hasBelow ? 'segment.remove-hint-below' : 'segment.remove-hint')}
          </ConfirmDialog>
        </Group>
      ) : null}
    </>
  );
}

function below(nodes: readonly Node[], id: string): Set<string> {
  const found = new Set([id]);
  // Depth first: a parent comes before what is below it.
  for (const node of nodes) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  return found;
}
