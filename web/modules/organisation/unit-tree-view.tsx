// The structure as a tree that works by keyboard and screen reader: arrows walk and fold, Enter opens the unit.
import { IconChevronDown, IconChevronRight, IconUsersGroup } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { directionOf } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { PositionLine } from './position-line.tsx';
import type { UnitNode } from './unit-tree.ts';
import classes from './unit-tree-view.module.css';
import { type Row, rowsOf } from './unit-tree-rows.ts';

export type UnitTreeViewProps = {
  roots: readonly UnitNode[];
  openId: string | undefined;
  onOpen: (id: string) => void;
};

export function UnitTreeView({ roots, openId, onOpen }: UnitTreeViewProps) {
  const t = useT();
  const text = useLocaleText();
  const forward = directionOf(useLanguage()) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = rowsOf(roots, folded);
  const [at, setAt] = useState(openId ?? rows[0]?.id ?? '');
  const current = rows.some((row) => row.id === at) ? at : (rows[0]?.id ?? '');
  const tree = useRef<HTMLDivElement>(null);

  function focus(row: Row | undefined): void {
    if (!row) return;
    setAt(row.id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
  }

  function fold(row: Row, shut: boolean): void {
    const next = new Set(folded);
    if (shut) next.add(row.id);
    else next.delete(row.id);
    setFolded(next);
  }

  function press(event: KeyboardEvent, row: Row, index: number): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const firstBelow = rows[index + 1]?.parentId === row.id ? rows[index + 1] : undefined;
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(rows[index + 1]),
      ArrowUp: () => focus(rows[index - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      Enter: () => onOpen(row.unitId),
      Space: () => onOpen(row.unitId),
      [forward]: () => (row.open === false ? fold(row, false) : focus(firstBelow)),
      [back]: () => (row.open ? fold(row, true) : focus(rows.find((other) => other.id === row.parentId))),
    };
    const move = moves[event.code];
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <div ref={tree} role="tree" aria-label={t('organisation.structure')} className={classes['tree']}>
      {rows.map((row, index) => (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one row at a time has the tab stop
        <div
          key={row.id}
          role="treeitem"
          data-id={row.id}
          tabIndex={row.id === current ? 0 : -1}
          aria-level={row.level}
          aria-setsize={row.size}
          aria-posinset={row.place}
          aria-expanded={row.open}
          aria-selected={row.kind === 'unit' && row.unitId === openId}
          className={classes['row']}
          data-kind={row.kind}
          style={{ paddingInlineStart: (row.level - 1) * 24 + 8 }}
          onFocus={() => setAt(row.id)}
          onKeyDown={(event) => press(event, row, index)}
          onClick={() => onOpen(row.unitId)}
        >
          <span
            aria-hidden
            className={classes['fold']}
            onClick={(event) => {
              if (row.open === undefined) return;
              event.stopPropagation();
              fold(row, row.open);
            }}
          >
            {row.open === undefined ? null : row.open ? (
              <IconChevronDown size={18} />
            ) : (
              <IconChevronRight size={18} data-flips />
            )}
          </span>
          {row.kind === 'unit' ? (
            <span className={classes['unit']}>
              <IconUsersGroup size={18} stroke={1.6} aria-hidden />
              <bdi>{text(row.unit.name)}</bdi>
            </span>
          ) : (
            <PositionLine position={row.position} />
          )}
        </div>
      ))}
    </div>
  );
}
