// Keys for other programs: what each may do, when it was last used, and taking it back.
import { Button, Group, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLive } from '#web/lib/live.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { ApiKeyDialog } from './api-key-dialog.tsx';

type ApiKey = Awaited<ReturnType<typeof api.organisation.listApiKeys>>['items'][number];
const keysQuery = orpc.organisation.listApiKeys.queryOptions({ input: {} });
const refresh = () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey });

export function ApiKeysPage() {
  const t = useT();
  const keys = useQuery(keysQuery);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  useLive(['api-key.*'], () => void refresh());
  const revocation = useMutation({
    mutationFn: (key: ApiKey) => api.organisation.revokeApiKey({ id: key.id }),
    onSuccess: async () => {
      setRevoking(null);
      await refresh();
    },
  });
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('organisation.make-key')}
    </Button>
  );
  return (
    <Page
      title={t('organisation.api-keys')}
      purpose={t('organisation.api-keys-purpose')}
      action={keys.data && keys.data.items.length > 0 ? make : null}
    >
      <ErrorNote error={keys.error} retry={() => void keys.refetch()} />
      {keys.isPending ? <RowsSkeleton rows={3} /> : null}
      {keys.data?.items.length === 0 ? (
        <EmptyState
          icon={IconKey}
          title={t('organisation.no-keys')}
          hint={t('organisation.no-keys-hint')}
          action={make}
        />
      ) : null}
      <RowList>
        {keys.data?.items.map((key) => (
          <li key={key.id}>
            <div>
              <Text fw={600}>
                <bdi>{key.name}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                <Ltr>{key.prefix}…</Ltr> · {key.scopes.map((scope) => t(`organisation.scope.${scope}`)).join(' · ')}
              </Text>
              <Text size="sm" c="dimmed">
                {t('organisation.key-made')} <DateText value={key.createdAt} /> ·{' '}
                {key.lastUsedAt ? (
                  <>
                    {t('organisation.key-used')} <DateText value={key.lastUsedAt} show="relative" />
                  </>
                ) : (
                  t('organisation.key-unused')
                )}
              </Text>
            </div>
            <Button
              variant="default"
              aria-label={t('organisation.revoke-of', { name: key.name })}
              onClick={() => setRevoking(key)}
            >
              {t('organisation.revoke')}
            </Button>
          </li>
        ))}
      </RowList>
      <Group mt="lg">
        <Text size="sm" c="dimmed">
          {t('organisation.api-docs')} <a href="/api/docs">/api/docs</a>
        </Text>
      </Group>
      {making ? <ApiKeyDialog onClose={() => setMaking(false)} onMade={refresh} /> : null}
      <ConfirmDialog
        opened={revoking !== null}
        onClose={() => {
          setRevoking(null);
          revocation.reset();
        }}
        onConfirm={() => revoking && revocation.mutate(revoking)}
        title={t('organisation.revoke-key')}
        confirmLabel={t('organisation.revoke-key')}
        danger
        busy={revocation.isPending}
        error={revocation.error}
      >
        {t('organisation.revoke-key-means', { name: revoking?.name })}
      </ConfirmDialog>
    </Page>
  );
}
