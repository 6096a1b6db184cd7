// Instances that cannot move, or were refused, each with the reasons in words.
import { Group, Text, Title } from '@mantine/core';
import type { MigrationFault } from '#contract/process-migrations.ts';
import { useT } from '#web/lib/i18n.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import classes from './processes.module.css';

export type RefusedInstancesProps = {
  title: string;
  modelId: string;
  /** By which they go on. */
  version: number;
  instances: readonly {
    instanceId: string;
    startedAt?: string;
    faults: readonly MigrationFault[];
  }[];
};

/** One and the same reason may keep hundreds: it is said once, with the first of them. */
const mostShown = 20;

export function RefusedInstances({ title, modelId, version, instances }: RefusedInstancesProps) {
  const t = useT();
  const reasons = Map.groupBy(instances, ({ faults }) =>
    faults.map((fault) => `${fault.code} ${fault.elementId}`).join(),
  );
  return (
    <>
      <Title order={3} size="h4" mt="sm">
        {title}
      </Title>
      <ul className={classes['list']}>
        {[...reasons].slice(0, mostShown).map(([reason, those]) => (
          <li key={reason} className={classes['fault']}>
            {those[0]!.faults.map((fault) => (
              <Text key={`${fault.code} ${fault.elementId}`}>
                {fault.elementId ? (
                  <strong>
                    <bdi>{fault.name || t('diagram.unnamed')}</bdi>:{' '}
                  </strong>
                ) : null}
                {t(`migration.fault.${fault.code}`)}
              </Text>
            ))}
            <Group gap="md">
              <PageLink
                size="sm"
                to="/processes/$modelId/running"
                params={{ modelId }}
                search={{ version: String(version), instance: those[0]!.instanceId }}
              >
                {t('instance.one')}
              </PageLink>
              <Text size="sm" c="dimmed">
                {t('migration.instances', { count: those.length })}
                {those[0]!.startedAt ? (
                  <>
                    {' · '}
                    <DateText value={those[0]!.startedAt} show="date-time" />
                  </>
                ) : null}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}
