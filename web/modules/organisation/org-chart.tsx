// The structure drawn as a chart. It stands in a left-to-right host and is mirrored by its coordinates, since text in SVG follows the host.
import '@xyflow/react/dist/base.css';
import { Button, Group } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { type Edge, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import { directionOf } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { ChartUnit, type ChartNode } from './chart-unit.tsx';
import { cardWidth, layOut } from './org-chart-layout.ts';
import classes from './org-chart.module.css';
import type { UnitNode } from './unit-tree.ts';

export type OrgChartProps = { roots: readonly UnitNode[]; openId: string | undefined; onOpen: (id: string) => void };

const nodeTypes = { unit: ChartUnit };
/** Not smaller than can be read; what does not fit is reached by dragging. */
const wholeView = { padding: 0.05, maxZoom: 1, minZoom: 0.45 };

export function OrgChart(props: OrgChartProps) {
  return (
    <ReactFlowProvider>
      <Chart {...props} />
    </ReactFlowProvider>
  );
}

function Chart({ roots, openId, onOpen }: OrgChartProps) {
  const t = useT();
  const direction = directionOf(useLanguage());
  const flow = useReactFlow();
  const { placed, wires } = useMemo(() => layOut(roots, direction === 'rtl'), [roots, direction]);
  const nodes = useMemo<ChartNode[]>(
    () =>
      placed.map(({ node, x, y, height }) => ({
        id: node.unit.id,
        type: 'unit',
        position: { x, y },
        width: cardWidth,
        height,
        data: { node, open: node.unit.id === openId, onOpen },
      })),
    [placed, openId, onOpen],
  );
  const edges = useMemo<Edge[]>(
    () =>
      wires.map(({ from, to, kind }) => ({
        id: `${from}-${to}`,
        source: from,
        target: to,
        type: 'smoothstep',
        sourceHandle: kind,
        targetHandle: kind,
        focusable: false,
        // Read by nobody: the buttons of the units are in their order already.
        ariaRole: 'presentation',
        domAttributes: { 'aria-hidden': true },
      })),
    [wires],
  );
  const count = placed.length;
  const open = placed.find(({ node }) => node.unit.id === openId);
  const showOpen = useEffectEvent(() => {
    if (open) void flow.setCenter(open.x + cardWidth / 2, open.y + open.height / 2, { zoom: 0.9 });
    else void flow.fitView(wholeView);
  });
  useEffect(() => {
    // The host has its new width only after the panel beside it was drawn.
    const timer = setTimeout(showOpen, 60);
    return () => clearTimeout(timer);
  }, [count, direction, openId]);

  return (
    <div className={classes['host']} dir="ltr" role="group" aria-label={t('organisation.chart')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        minZoom={0.2}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        zoomOnScroll={false}
        panOnScroll={false}
        preventScrolling={false}
        disableKeyboardA11y
        attributionPosition={direction === 'rtl' ? 'bottom-right' : 'bottom-left'}
        fitView
        fitViewOptions={wholeView}
      >
        <Panel position={direction === 'rtl' ? 'bottom-left' : 'bottom-right'}>
          <Group gap={6} dir={direction}>
            <ZoomButton label={t('organisation.zoom-in')} onClick={() => void flow.zoomIn({ duration: 120 })}>
              <IconPlus size={18} aria-hidden />
            </ZoomButton>
            <ZoomButton label={t('organisation.zoom-out')} onClick={() => void flow.zoomOut({ duration: 120 })}>
              <IconMinus size={18} aria-hidden />
            </ZoomButton>
            <ZoomButton
              label={t('organisation.zoom-fit')}
              onClick={() => void flow.fitView({ padding: 0.05, maxZoom: 1 })}
            >
              <IconArrowsMaximize size={18} aria-hidden />
            </ZoomButton>
          </Group>
        </Panel>
      </ReactFlow>
    </div>
  );
}

function ZoomButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="default" px={10} aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  );
}
