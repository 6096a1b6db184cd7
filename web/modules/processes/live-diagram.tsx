// The diagram of a version with what waits where now: marks in the drawing, and the same as a list for whoever does not see it.
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { namesInDiagram } from './names-in-diagram.ts';
import { DiagramView } from './modeler/diagram-view.tsx';
import type { DiagramMark } from './modeler/use-marks.ts';
import { type Model, versionQuery } from './use-processes.ts';

export type LiveDiagramProps = {
  model: Model;
  version: number;
  chosen: string | null;
  onChoose: (elementId: string) => void;
};

export function LiveDiagram({ model, version, chosen, onChoose }: LiveDiagramProps) {
  const t = useT();
  const format = useFormat();
  const text = useLocaleText();
  const drawn = useQuery(versionQuery(model.id, version));
  const counts = useQuery(orpc.processes.countElements.queryOptions({ input: { id: model.id, number: version } }));
  const names = useMemo(() => namesInDiagram(drawn.data?.xml ?? ''), [drawn.data?.xml]);
  const elements = (counts.data?.elements ?? []).filter(({ waiting, incidents }) => waiting > 0 || incidents > 0);
  const marks = elements.flatMap(({ elementId, waiting, overdue, incidents }): DiagramMark[] => [
    ...(waiting > 0
      ? [
          {
            elementId,
            tone: 'plain' as const,
            text: format.number(waiting),
            says: t('instance.waiting', { count: waiting }),
          },
        ]
      : []),
    ...(overdue > 0
      ? [
          {
            elementId,
            tone: 'late' as const,
            text: t('instance.late-short', { number: overdue }),
            says: t('instance.overdue', { count: overdue }),
          },
        ]
      : []),
    ...(incidents > 0
      ? [
          {
            elementId,
            tone: 'failed' as const,
            text: t('instance.stuck-short', { number: incidents }),
            says: t('process.incidents', { count: incidents }),
          },
        ]
      : []),
  ]);
  if (drawn.isPending) return <TextSkeleton lines={10} />;
  return (
    <section aria-label={t('process.running')}>
      <ErrorNote error={drawn.error ?? counts.error} retry={() => void counts.refetch()} />
      {drawn.data ? (
        <DiagramView
          xml={drawn.data.xml}
          label={t('process.diagram-of', { name: text(model.name), number: version })}
          fileName={`${model.key}-${version}`}
          marks={marks}
          selectedId={chosen}
          onSelect={onChoose}
        />
      ) : null}
      {counts.data ? (
        <Text mt="sm" fw={600}>
          {t('process.running-now', { count: counts.data.running })}
        </Text>
      ) : null}
      {elements.length > 0 ? (
        <Table mb="md" verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('instance.step')}</Table.Th>
              <Table.Th>{t('instance.waiting-column')}</Table.Th>
              <Table.Th>{t('instance.overdue-column')}</Table.Th>
              <Table.Th>{t('instance.stuck-column')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {elements.map(({ elementId, waiting, overdue, incidents }) => (
              <Table.Tr key={elementId}>
                <Table.Td>
                  <bdi>{names.get(elementId) ?? t('diagram.unnamed')}</bdi>
                </Table.Td>
                <Table.Td>{format.number(waiting)}</Table.Td>
                <Table.Td>{format.number(overdue)}</Table.Td>
                <Table.Td>{format.number(incidents)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
    </section>
  );
}
