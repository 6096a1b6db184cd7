// A segment to read: its rule in words, what is owed to it, and where it stands by size.
import { List } from '@mantine/core';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { RuleText } from './rule-text.tsx';
import type { Node } from './use-tree.ts';

export function SegmentFacts({ node, nodes }: { node: Node; nodes: readonly Node[] }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const parent = nodes.find(({ id }) => id === node.parentId);
  return (
    <Facts>
      {parent ? (
        <Fact term={t('segment.parent')}>
          <bdi>{text(parent.name)}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('segment.rule')}>
        <RuleText rule={node.rule} />
      </Fact>
      <Fact term={t('segment.members')}>
        {t('segment.members-count', { count: node.members })}
        {node.pinned > 0 ? ` · ${t('segment.pinned-count', { count: node.pinned })}` : ''}
      </Fact>
      <Fact term={t('segment.service-priority')}>{t(`segment.priority.${node.servicePriority}`)}</Fact>
      {node.sizeRank === null ? null : <Fact term={t('segment.size-rank')}>{format.number(node.sizeRank)}</Fact>}
      {node.needs.length > 0 ? (
        <Fact term={t('segment.needs')}>
          <List>
            {node.needs.map((need) => (
              <List.Item key={need}>
                <span dir="auto">{need}</span>
              </List.Item>
            ))}
          </List>
        </Fact>
      ) : null}
    </Facts>
  );
}
