// The customer tree: its segments at the start, the open one beside it; a draft is written here and published from its preview.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { OpenProposal } from './open-proposal.tsx';
import { SegmentPane } from './segment-pane.tsx';
import { SegmentTree } from './segment-tree.tsx';
import { TreeState } from './tree-state.tsx';
import { refreshTree, treeQuery, useTreeLive } from './use-tree.ts';
import classes from './segments.module.css';

const route = getRouteApi('/shell/customer-tree');

export function TreePage() {
  const t = useT();
  const format = useFormat();
  const { version, segment, parent } = route.useSearch();
  const go = route.useNavigate();
  const standing = useQuery(treeQuery());
  const publishing = standing.data?.publishingSince ?? null;
  // Until everybody is placed nobody changes anything.
  const mayManage = useMay('segment.manage') && publishing === null;
  useTreeLive();
  const asked =
    version === 'draft' ? (standing.data?.draft ?? undefined) : version === undefined ? undefined : Number(version);
  const chosen = useQuery({ ...treeQuery(asked), enabled: asked !== undefined });
  const query = asked === undefined ? standing : chosen;
  const tree = query.data;
  const show = (next: { segment?: string | undefined; parent?: string | undefined }) =>
    void go({ search: { ...(version ? { version } : {}), ...clean(next) } });
  const draft = useMutation({
    mutationFn: () => api.segments.createDraft({}),
    onSuccess: async () => {
      await refreshTree();
      await go({ search: { version: 'draft' } });
    },
  });
  const isDraft = tree?.version?.state === 'draft';
  const begin = (
    <Button
      loading={draft.isPending}
      leftSection={<IconSitemap size={16} aria-hidden />}
      onClick={() => draft.mutate()}
    >
      {t('segment.draft-begin')}
    </Button>
  );
  const action =
    !mayManage || !tree?.version ? null : isDraft ? (
      <Button component={Link} to="/customer-tree/preview">
        {t('segment.preview-open')}
      </Button>
    ) : tree.draft === null ? (
      begin
    ) : (
      <Button variant="default" onClick={() => void go({ search: { version: 'draft' } })}>
        {t('segment.draft-continue')}
      </Button>
    );
  return (
    <Page title={t('segment.tree')} purpose={t('segment.tree-purpose')} action={action}>
      <Stack gap="lg">
        <ErrorNote error={query.error ?? draft.error} />
        {query.isPending ? <RowsSkeleton /> : null}
        {publishing ? (
          <Alert variant="light" role="status">
            {t('segment.publishing-since', { time: format.relative(publishing) })}
          </Alert>
        ) : null}
        {tree?.version ? <TreeState tree={tree} /> : null}
        {tree && !isDraft ? <OpenProposal /> : null}
        {tree && !tree.version ? (
          <EmptyState
            icon={IconSitemap}
            title={t('segment.no-tree')}
            hint={t('segment.no-tree-hint')}
            action={mayManage ? begin : null}
          />
        ) : null}
        {tree?.version ? (
          <div className={classes['both']} data-open={segment ? true : undefined}>
            <div className={classes['side']}>
              {tree.nodes.length === 0 ? <Text c="dimmed">{t('segment.draft-empty')}</Text> : null}
              <SegmentTree tree={tree} openId={segment} onOpen={(id) => show({ segment: id })} />
              {isDraft && mayManage ? (
                <Group mt="md">
                  <Button
                    variant="default"
                    leftSection={<IconPlus size={16} aria-hidden />}
                    onClick={() => show({ segment: 'new' })}
                  >
                    {t('segment.add')}
                  </Button>
                </Group>
              ) : null}
            </div>
            {segment ? (
              <SegmentPane
                key={`${tree.version.number} ${segment} ${parent ?? ''}`}
                tree={tree}
                segment={segment}
                parent={parent ?? null}
                mayManage={mayManage}
                onOpen={show}
              />
            ) : null}
          </div>
        ) : null}
        {version === 'draft' && standing.data && standing.data.draft === null ? (
          <Alert variant="light">{t('segment.no-draft')}</Alert>
        ) : null}
      </Stack>
    </Page>
  );
}

function clean<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
