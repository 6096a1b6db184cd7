// Moves what runs by one version to another: what becomes what, what would happen, the start with its reason, and the record.
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconActivity, IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { MigrationMapping } from '#contract/process-migrations.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { Counts } from '#web/ui/counts.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { ChooseInstances } from './choose-instances.tsx';
import { MigrationMap } from './migration-map.tsx';
import { MigrationRecord } from './migration-record.tsx';
import { RefusedInstances } from './refused-instances.tsx';
import { goesOn, useMigrationPlan, useMigrations } from './use-migration.ts';
import { type Model, modelQuery, refreshProcesses, useProcessesLive } from './use-processes.ts';

const route = getRouteApi('/shell/processes/$modelId/migration');

export function MigrationPage() {
  const t = useT();
  const text = useLocaleText();
  const { modelId } = route.useParams();
  const search = route.useSearch();
  const go = route.useNavigate();
  const mayOperate = useMay('process.operate');
  const mayAppoint = useMay('process.appoint');
  useProcessesLive();
  const model = useQuery(modelQuery(modelId));
  const versions = useQuery(orpc.processes.listVersions.queryOptions({ input: { id: modelId, limit: 100 } }));
  const all = versions.data?.items ?? [];
  const newest = all[0]?.number ?? 1;
  const busiest = all.find(({ number, running }) => number !== newest && running > 0)?.number ?? newest - 1;
  const from = search.from === undefined ? busiest : Number(search.from);
  const to = search.to === undefined ? (from === newest ? newest - 1 : newest) : Number(search.to);
  const choice = (label: string, value: number, without: number, choose: (number: string) => void) => (
    <Select
      label={label}
      allowDeselect={false}
      w={250}
      data={all
        .filter(({ number }) => number !== without)
        .map(({ number, running }) => ({
          value: String(number),
          label: `${t('process.version-number', { number })} · ${t('process.running-now', { count: running })}`,
        }))}
      value={String(value)}
      onChange={(number) => choose(number ?? String(value))}
    />
  );
  const choosePair = (before: string, after: string) =>
    void go({ search: (kept) => ({ ...kept, from: before, to: after }) });
  const record = ({ mayPublish }: Model) => (
    <MigrationRecord
      modelId={modelId}
      askedId={search.migration ?? null}
      mayStop={mayOperate && (mayPublish || mayAppoint)}
    />
  );
  return (
    <Page
      title={model.data ? t('migration.title', { name: text(model.data.name) }) : t('migration.open')}
      purpose={t('migration.purpose')}
      action={
        <PageLink to="/processes/$modelId/running" params={{ modelId }}>
          {t('migration.back')}
        </PageLink>
      }
    >
      <ErrorNote error={model.error ?? versions.error} retry={() => void versions.refetch()} />
      {model.isPending || versions.isPending ? <TextSkeleton lines={8} /> : null}
      {versions.data && all.length < 2 ? (
        <EmptyState
          icon={IconEqual}
          title={t(all.length === 0 ? 'process.never-published' : 'process.only-one-version')}
          hint={t('migration.need-two-hint')}
        />
      ) : null}
      {model.data && all.length > 1 ? (
        <Stack gap="xl">
          {/* Who comes from a notice about one wants to read that. */}
          {search.migration ? record(model.data) : null}
          <Group>
            {choice(t('migration.from'), from, to, (number) => choosePair(number, String(to)))}
            {choice(t('migration.to'), to, from, (number) => choosePair(String(from), number))}
          </Group>
          {/* Another pair of versions has other elements: what was chosen for the one means nothing for the other. */}
          <Plan key={`${from} ${to}`} model={model.data} from={from} to={to} />
          {search.migration ? null : record(model.data)}
        </Stack>
      ) : null}
    </Page>
  );
}

function Plan({ model, from, to }: { model: Model; from: number; to: number }) {
  const t = useT();
  const mayOperate = useMay('process.operate');
  const mayAppoint = useMay('process.appoint');
  const [mapping, setMapping] = useState<MigrationMapping>({});
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);
  const [starting, setStarting] = useState(false);
  const another = useMigrations(model.id).rows.some((one) => goesOn(one) && one.from === from);
  const plan = useMigrationPlan({ id: model.id, from, to, mapping }, mayOperate);
  const { query, running, elements, lookedAt, movable, refused, current } = plan;
  if (!mayOperate) return null;
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <TextSkeleton lines={8} />;
  if (running === 0)
    return (
      <EmptyState
        icon={IconActivity}
        title={t('migration.nothing-runs', { number: from })}
        hint={t('migration.nothing-runs-hint')}
      />
    );
  const mayStart = model.mayPublish || mayAppoint;
  const chosen = wanted && new Set(movable.flatMap(({ instanceId }) => (wanted.has(instanceId) ? [instanceId] : [])));
  const count = chosen?.size ?? movable.length;
  // Of all there may be more than were looked at.
  const start = count > 0 && (chosen || plan.whole) ? t('migration.start-count', { count }) : t('migration.start');
  return (
    <>
      <MigrationMap elements={elements} to={to} onChange={(id, target) => setMapping({ ...mapping, [id]: target })} />
      <section aria-labelledby="plan-title" aria-busy={!current}>
        <Title order={2} size="h3" id="plan-title" mb="xs">
          {t('migration.plan')}
        </Title>
        <Counts
          counts={[
            { key: 'looked-at', label: t('migration.looked-at'), value: lookedAt },
            { key: 'moves', label: t('migration.moves'), value: movable.length },
            { key: 'stays', label: t('migration.stays'), value: refused.length },
          ]}
        />
        {plan.more ? (
          <Button variant="subtle" size="compact-sm" onClick={plan.more}>
            {t('process.more')}
          </Button>
        ) : null}
        {refused.length > 0 ? (
          <RefusedInstances title={t('migration.why-stays')} modelId={model.id} version={from} instances={refused} />
        ) : null}
        {mayStart && movable.length > 1 ? (
          <ChooseInstances
            modelId={model.id}
            version={from}
            instances={movable}
            elements={elements}
            chosen={chosen}
            onChoose={setWanted}
          />
        ) : null}
        {mayStart && another ? (
          <Text mt="md" c="dimmed">
            {t('problem.process-migration.goes-on')}
          </Text>
        ) : null}
        {mayStart ? (
          <Button mt="md" disabled={!current || another || count === 0} onClick={() => setStarting(true)}>
            {start}
          </Button>
        ) : (
          <Text mt="md" c="dimmed">
            {t('migration.owner-only')}
          </Text>
        )}
      </section>
      {starting ? (
        <ReasonDialog
          title={start}
          hint={t('migration.start-hint')}
          onClose={() => setStarting(false)}
          onReason={async (reason) => {
            await api.processMigrations.start({
              id: model.id,
              from,
              to,
              mapping,
              reason,
              ...(chosen && { instanceIds: [...chosen] }),
            });
            setWanted(null);
            await refreshProcesses();
            notifications.show({ message: t('migration.started') });
          }}
        />
      ) : null}
    </>
  );
}
