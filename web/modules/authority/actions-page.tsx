// Settings of authority: the actions that it is needed for, what happens beyond it, and how long a delegation may last.
import { Button, Text, Title } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuthorityAction } from '#contract/authority.ts';
import { AuthoritySettings } from '#contract/authority.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc } from '#web/lib/query.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { refreshAuthority, useActions, useAuthorityLive } from './use-authority.ts';

export function ActionsPage() {
  const t = useT();
  const text = useLocaleText();
  const { actions, query } = useActions();
  const [open, setOpen] = useState<AuthorityAction | 'new' | null>(null);
  const [retiring, setRetiring] = useState<AuthorityAction | null>(null);
  const settings = useQuery(orpc.authority.getSettings.queryOptions({ input: {} })).data;
  const retire = useMutation({
    mutationFn: (id: string) => api.authority.retireAction({ id }),
    onSuccess: async () => {
      await refreshAuthority();
      setRetiring(null);
    },
  });
  useAuthorityLive();
  return (
    <Page
      title={t('authority.actions')}
      purpose={t('authority.actions-purpose')}
      width="reading"
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {t('authority.add-action')}
        </Button>
      }
    >
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={3} /> : null}
      {query.data && actions.length === 0 ? (
        <EmptyState icon={IconGavel} title={t('authority.no-actions')} hint={t('authority.no-actions-settings')} />
      ) : null}
      <RowList aria-label={t('authority.actions')}>
        {actions.map((action) => (
          <li key={action.id}>
            <span>
              <Text fw={600} span>
                <bdi>{text(action.name)}</bdi>
              </Text>{' '}
              <Text span size="sm" c="dimmed">
                <Ltr>{action.key}</Ltr>
              </Text>
              <Text size="sm" c="dimmed">
                {[
                  t(`authority.overrun.${action.onOverrun}`),
                  action.splitDays === null ? null : t('authority.split-over', { count: action.splitDays }),
                  t('authority.rules-in-force', { count: action.rules }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </span>
            <Button.Group>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`${t('authority.change-action')}: ${text(action.name)}`}
                onClick={() => setOpen(action)}
              >
                {t('authority.change-action')}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`${t('authority.retire-action')}: ${text(action.name)}`}
                onClick={() => setRetiring(action)}
              >
                {t('authority.retire-action')}
              </Button>
            </Button.Group>
          </li>
        ))}
      </RowList>
      {settings ? <LongestDelegation settings={settings} /> : null}
      {open ? <ActionDialog action={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
      <ConfirmDialog
        opened={retiring !== null}
        title={t('authority.retire-action')}
        confirmLabel={t('authority.retire-action')}
        danger
        busy={retire.isPending}
        error={retire.error}
        onClose={() => setRetiring(null)}
        onConfirm={() => retiring && retire.mutate(retiring.id)}
      >
        {t('authority.retire-explain')}
      </ConfirmDialog>
    </Page>
  );
}

function LongestDelegation({ settings }: { settings: AuthoritySettings }) {
  const t = useT();
  const form = useZodForm(AuthoritySettings, settings);
  return (
    <section aria-labelledby="longest-delegation">
      <Title order={2} size="h4" id="longest-delegation" mt="xl" mb="sm">
        {t('authority.delegations')}
      </Title>
      <Form
        form={form}
        onSubmit={async (values) => {
          form.reset(await api.authority.updateSettings(values));
          await refreshAuthority();
          notifications.show({ message: t('authority.saved') });
        }}
      >
        <NumberField
          name="longestDelegationMonths"
          label={t('authority.longest')}
          hint={t('authority.longest-hint')}
          required
        />
        <SubmitButton>{t('ui.save')}</SubmitButton>
      </Form>
    </section>
  );
}
