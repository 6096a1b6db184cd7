// Two versions side by side: what came, what went and what is another, marked in both diagrams and listed in words.
import { Group, Select, Text } from '@mantine/core';
import { IconEqual, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findMessage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { DiagramView } from './modeler/diagram-view.tsx';
import type { DiagramMark } from './modeler/use-marks.ts';
import classes from './processes.module.css';
import { type Model, versionQuery } from './use-processes.ts';

export type ChangesViewProps = {
  model: Model;
  to: number;
  /** Null: the one before. */
  from: number | null;
  onChoose: (to: number, from: number) => void;
};

type Change = {
  id: string;
  name: string | null;
  type: string;
  kind: 'added' | 'removed' | 'changed';
  fields: readonly string[];
};
const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil };

export function ChangesView({ model, to, from: asked, onChoose }: ChangesViewProps) {
  const t = useT();
  const text = useLocaleText();
  const comma = useLanguage() === 'en' ? ', ' : '، ';
  const from = asked ?? to - 1;
  const [chosen, setChosen] = useState<string | null>(null);
  const comparable = from >= 1 && from !== to;
  const comparison = useQuery({
    ...orpc.processes.compareVersions.queryOptions({ input: { id: model.id, number: to, from } }),
    enabled: comparable,
  });
  const before = useQuery({ ...versionQuery(model.id, from), enabled: comparable });
  const after = useQuery({ ...versionQuery(model.id, to), enabled: comparable });
  const numbers = Array.from({ length: model.version ?? 0 }, (_, index) => index + 1);
  if ((model.version ?? 0) < 2)
    return (
      <EmptyState icon={IconEqual} title={t('process.only-one-version')} hint={t('process.only-one-version-hint')} />
    );
  const { added, removed, changed } = comparison.data ?? { added: [], removed: [], changed: [] };
  const changes: Change[] = [
    ...added.map((one) => ({ ...one, kind: 'added' as const, fields: [] })),
    ...removed.map((one) => ({ ...one, kind: 'removed' as const, fields: [] })),
    ...changed.map((one) => ({ ...one, kind: 'changed' as const })),
  ];
  const marks = (kinds: readonly Change['kind'][]): DiagramMark[] =>
    changes
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, kind }) => ({
        elementId: id,
        tone: kind,
        text: t(`process.change.${kind}`),
        says: t(`process.change.${kind}`),
      }));
  const fieldWords = (fields: readonly string[]) =>
    fields.map((field) => findMessage(`process.field.${field}`) ?? field).join(comma);
  const choice = (value: number, label: string, choose: (number: number) => void) => (
    <Select
      label={label}
      allowDeselect={false}
      w={170}
      data={numbers.map((number) => ({ value: String(number), label: t('process.version-number', { number }) }))}
      value={String(value)}
      onChange={(number) => choose(Number(number))}
    />
  );
  return (
    <>
      <Group mb="md">
        {choice(from, t('process.compare-from'), (number) => onChoose(to, number))}
        {choice(to, t('process.compare-to'), (number) => onChoose(number, from))}
      </Group>
      <ErrorNote error={comparison.error ?? before.error ?? after.error} retry={() => void comparison.refetch()} />
      {comparable && (comparison.isPending || before.isPending || after.isPending) ? <TextSkeleton lines={8} /> : null}
      {!comparable ? <Text c="dimmed">{t('process.choose-two')}</Text> : null}
      {comparison.data && changes.length === 0 ? (
        <EmptyState icon={IconEqual} title={t('process.same')} hint={t('process.same-hint')} />
      ) : null}
      {changes.length > 0 ? (
        <ul className={classes['list']} aria-label={t('process.view.changes')}>
          {changes.map((change) => {
            const Icon = icons[change.kind];
            return (
              <li key={`${change.kind} ${change.id}`}>
                <OpenRow open={change.id === chosen} onOpen={() => setChosen(change.id)}>
                  <span className={classes['row']}>
                    <Icon size={16} aria-hidden />
                    <strong>{t(`process.change.${change.kind}`)}</strong>
                    <bdi>{change.name || t('diagram.unnamed')}</bdi>
                    {change.fields.length > 0 ? (
                      <span className={classes['quiet']}>{fieldWords(change.fields)}</span>
                    ) : null}
                  </span>
                </OpenRow>
              </li>
            );
          })}
        </ul>
      ) : null}
      {before.data && after.data && comparison.data ? (
        <div className={classes['pair']}>
          {(
            [
              [before.data, ['removed', 'changed']],
              [after.data, ['added', 'changed']],
            ] as const
          ).map(([version, kinds]) => (
            <section key={version.number} aria-label={t('process.version-number', { number: version.number })}>
              <Text fw={600} mt="md">
                {t('process.version-number', { number: version.number })}
              </Text>
              <DiagramView
                xml={version.xml}
                label={t('process.diagram-of', { name: text(model.name), number: version.number })}
                fileName={`${model.key}-${version.number}`}
                marks={marks(kinds)}
                selectedId={chosen}
                onSelect={setChosen}
              />
            </section>
          ))}
        </div>
      ) : null}
    </>
  );
}
