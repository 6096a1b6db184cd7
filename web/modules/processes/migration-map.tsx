// What becomes what: each element where instances stand or listen, and a choice of those that fit in the version after.
import { Select, Text, Title } from '@mantine/core';
import type { MigratedElement } from '#contract/process-migrations.ts';
import { useT } from '#web/lib/i18n.ts';
import classes from './migration.module.css';
import { elementWords, kindWords } from './use-migration.ts';

export type MigrationMapProps = {
  elements: readonly MigratedElement[];
  to: number;
  /** Null: it is taken away. */
  onChange: (elementId: string, target: string | null) => void;
};

/** No id of an element is empty. */
const takenAway = '';

export function MigrationMap({ elements, to, onChange }: MigrationMapProps) {
  const t = useT();
  return (
    <section aria-labelledby="mapping-title">
      <Title order={2} size="h3" id="mapping-title">
        {t('migration.mapping')}
      </Title>
      <Text c="dimmed" mb="xs">
        {t('migration.mapping-hint', { number: to })}
      </Text>
      <ul className={classes['map']}>
        {elements.map((element) => (
          <li key={element.elementId}>
            <div>
              <Text fw={600}>
                <bdi>{elementWords(t, element)}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                {kindWords(element.kind)} · {t('migration.standing', { count: element.count })}
              </Text>
            </div>
            <Becomes element={element} to={to} onChange={(target) => onChange(element.elementId, target)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Becomes({
  element,
  to,
  onChange,
}: {
  element: MigratedElement;
  to: number;
  onChange: (target: string | null) => void;
}) {
  const t = useT();
  const { kind, fits, removable, targets } = element;
  const label = t('migration.becomes', { name: elementWords(t, element) });
  const none = targets.length === 0;
  if (none && !removable)
    return (
      <Text className={classes['unfit'] ?? ''} role="note" aria-label={label}>
        {t('migration.nothing-fits', { number: to })}
      </Text>
    );
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      placeholder={t(none ? 'migration.nothing-fits' : 'migration.choose', { number: to })}
      data={[
        ...targets.map((target) => ({ value: target.elementId, label: elementWords(t, { kind, name: target.name }) })),
        ...(removable ? [{ value: takenAway, label: t(none ? 'migration.taken-away' : 'migration.armed-anew') }] : []),
      ]}
      value={fits ? (element.to ?? takenAway) : null}
      error={!fits}
      onChange={(value) => {
        if (value !== null) onChange(value === takenAway ? null : value);
      }}
    />
  );
}
