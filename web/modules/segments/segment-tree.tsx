// The segments one below another in the order in which they are tried, each with its members; who fits nothing stands below.
import { IconPin, IconUserCircle } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import classes from './segments.module.css';
import type { Node, Tree } from './use-tree.ts';

export type SegmentTreeProps = { tree: Tree; openId: string | undefined; onOpen: (id: string) => void };

export function SegmentTree({ tree, openId, onOpen }: SegmentTreeProps) {
  const t = useT();
  const format = useFormat();
  const below = Map.groupBy(tree.nodes, (node) => node.parentId);
  const list = (parentId: string | null) => {
    const here = below.get(parentId);
    return here ? (
      <ul className={classes['tree']}>
        {here.map((node) => (
          <li key={node.id}>
            <Row node={node} total={withBelow(node)} open={node.id === openId} onOpen={() => onOpen(node.id)} />
            {list(node.id)}
          </li>
        ))}
      </ul>
    ) : null;
  };
  const withBelow = (node: Node): number =>
    node.members + (below.get(node.id) ?? []).reduce((sum, one) => sum + withBelow(one), 0);
  return (
    <nav aria-label={t('segment.tree')}>
      {list(null)}
      {tree.version?.state === 'published' ? (
        <div className={classes['rest']}>
          <OpenRow open={openId === 'none'} onOpen={() => onOpen('none')} data-rest>
            <span className={classes['name']}>{t('segment.unplaced')}</span>
            <span className={classes['counts']}>{format.number(tree.unplaced)}</span>
          </OpenRow>
        </div>
      ) : null}
    </nav>
  );
}

function Row({ node, total, open, onOpen }: { node: Node; total: number; open: boolean; onOpen: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  return (
    <OpenRow open={open} onOpen={onOpen}>
      <span className={classes['name']}>
        <bdi>{text(node.name)}</bdi>
      </span>
      <span className={classes['counts']}>
        {node.personas > 0 ? (
          <span title={t('segment.personas-count', { count: node.personas })}>
            <IconUserCircle size={15} stroke={1.6} aria-hidden /> {format.number(node.personas)}
          </span>
        ) : null}
        {node.pinned > 0 ? (
          <span title={t('segment.pinned-count', { count: node.pinned })}>
            <IconPin size={15} stroke={1.6} aria-hidden /> {format.number(node.pinned)}
          </span>
        ) : null}
        <span title={t('segment.members-count', { count: total })}>{format.number(total)}</span>
      </span>
    </OpenRow>
  );
}
