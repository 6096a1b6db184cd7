// Which instances move: all that can, or those that are ticked in the list of the dry run.
import { Button, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import classes from './migration.module.css';
import { type MigratedElement, type PlannedInstance, placesWords } from './use-migration.ts';

export type ChooseInstancesProps = {
  modelId: string;
  /** By which they run. */
  version: number;
  /** Those that can move. */
  instances: readonly PlannedInstance[];
  elements: readonly MigratedElement[];
  /** Null: all. */
  chosen: ReadonlySet<string> | null;
  onChoose: (chosen: ReadonlySet<string> | null) => void;
};

/** What the API takes for one move. */
const most = 200;
/** Rows at once; others when somebody asks. */
const pageSize = 20;

export function ChooseInstances(props: ChooseInstancesProps) {
  const t = useT();
  const { chosen, onChoose } = props;
  return (
    <Stack gap="sm" mt="md">
      <Radio.Group
        label={t('migration.which')}
        value={chosen === null ? 'all' : 'chosen'}
        onChange={(which) => onChoose(which === 'all' ? null : new Set())}
      >
        <Stack gap="xs" mt={6}>
          {(['all', 'chosen'] as const).map((which) => (
            <Radio
              key={which}
              value={which}
              label={t(`migration.which.${which}`)}
              description={t(`migration.which.${which}-hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {chosen === null ? null : <Ticks {...props} chosen={chosen} />}
    </Stack>
  );
}

function Ticks({
  modelId,
  version,
  instances,
  elements,
  chosen,
  onChoose,
}: ChooseInstancesProps & { chosen: ReadonlySet<string> }) {
  const t = useT();
  const language = useLanguage();
  const [room, setRoom] = useState(pageSize);
  const shown = instances.slice(0, room);
  const ticked = shown.filter(({ instanceId }) => chosen.has(instanceId));
  const full = chosen.size >= most;
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (!on) next.delete(id);
      else if (next.size < most) next.add(id);
    onChoose(next);
  };
  return (
    <div className={classes['ticks']}>
      <div className={classes['ticks-head']}>
        <Checkbox
          label={t('migration.all-shown')}
          checked={ticked.length === shown.length}
          indeterminate={ticked.length > 0 && ticked.length < shown.length}
          onChange={({ currentTarget }) =>
            tick(
              shown.map(({ instanceId }) => instanceId),
              currentTarget.checked,
            )
          }
        />
        <Text size="sm" c="dimmed" role="status">
          {t('migration.chosen', { count: chosen.size, all: instances.length })}
          {full ? ` · ${t('migration.most-chosen', { number: most })}` : ''}
        </Text>
      </div>
      <ul aria-label={t('migration.can-move')}>
        {shown.map((instance) => {
          const { instanceId, startedAt } = instance;
          const on = chosen.has(instanceId);
          return (
            <li key={instanceId}>
              <Checkbox
                checked={on}
                disabled={full && !on}
                onChange={({ currentTarget }) => tick([instanceId], currentTarget.checked)}
                label={
                  <>
                    <bdi>{placesWords(t, language, instance, elements)}</bdi>{' '}
                    <Text span display="block" size="sm" c="dimmed">
                      {t('instance.started')} <DateText value={startedAt} show="date-time" />
                    </Text>
                  </>
                }
              />
              <PageLink
                size="sm"
                to="/processes/$modelId/running"
                params={{ modelId }}
                search={{ version: String(version), instance: instanceId }}
              >
                {t('instance.one')}
              </PageLink>
            </li>
          );
        })}
      </ul>
      {instances.length > room ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setRoom(room + pageSize)}>
          {t('process.more')}
        </Button>
      ) : null}
    </div>
  );
}
