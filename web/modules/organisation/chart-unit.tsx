// A unit as a card of the chart: one button with its name and the people in it.
import { Handle, type Node, type NodeProps, Position as Side, useReactFlow } from '@xyflow/react';
import { directionOf } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { mostLines } from './org-chart-layout.ts';
import classes from './org-chart.module.css';
import { PositionLine } from './position-line.tsx';
import type { UnitNode } from './unit-tree.ts';

export type ChartNode = Node<{ node: UnitNode; open: boolean; onOpen: (id: string) => void }, 'unit'>;

export function ChartUnit({ data, positionAbsoluteX, positionAbsoluteY, width, height }: NodeProps<ChartNode>) {
  const t = useT();
  const text = useLocaleText();
  const direction = directionOf(useLanguage());
  const flow = useReactFlow();
  const { node, open, onOpen } = data;
  const start = direction === 'rtl' ? Side.Right : Side.Left;
  const more = node.positions.length - mostLines;

  function bringIntoSight(element: HTMLElement): void {
    const host = element.closest('.react-flow')?.getBoundingClientRect();
    const card = element.getBoundingClientRect();
    if (!host || !element.matches(':focus-visible')) return;
    if (card.left >= host.left && card.right <= host.right && card.top >= host.top && card.bottom <= host.bottom)
      return;
    void flow.setCenter(positionAbsoluteX + (width ?? 0) / 2, positionAbsoluteY + (height ?? 0) / 2, {
      zoom: Math.max(flow.getZoom(), 0.8),
      duration: 120,
    });
  }

  return (
    <>
      <Handle id="level" type="target" position={Side.Top} className={classes['handle'] ?? ''} isConnectable={false} />
      <Handle id="stack" type="target" position={start} className={classes['handle'] ?? ''} isConnectable={false} />
      <button
        type="button"
        dir={direction}
        className={`nopan nodrag ${classes['card']}`}
        aria-current={open || undefined}
        onClick={() => onOpen(node.unit.id)}
        onFocus={(event) => bringIntoSight(event.currentTarget)}
      >
        <span className={classes['name']}>
          <bdi>{text(node.unit.name)}</bdi>
        </span>
        {node.positions.slice(0, mostLines).map((position) => (
          <PositionLine key={position.id} position={position} />
        ))}
        {more > 0 ? <span className={classes['more']}>{t('organisation.more-positions', { count: more })}</span> : null}
      </button>
      <Handle
        id="level"
        type="source"
        position={Side.Bottom}
        className={classes['handle'] ?? ''}
        isConnectable={false}
      />
      <Handle
        id="stack"
        type="source"
        position={Side.Bottom}
        className={classes['handle'] ?? ''}
        style={{
          [direction === 'rtl' ? 'right' : 'left']: 8,
          [direction === 'rtl' ? 'left' : 'right']: 'auto',
          transform: 'none',
        }}
        isConnectable={false}
      />
    </>
  );
}
