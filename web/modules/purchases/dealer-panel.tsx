// One dealer: what is known of it, who sells for it, what it entered last, and the end of its work.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { NumberText } from '#web/ui/number-text.tsx';
import { DealerDialog } from './dealer-dialog.tsx';
import { InviteDealerPerson } from './invite-dealer-person.tsx';
import { PurchaseList } from './purchase-list.tsx';
import classes from './purchases.module.css';
import { type DealerDetail, refreshDealers } from './use-dealers.ts';

export function DealerPanel({ dealer, mayManage }: { dealer: DealerDetail; mayManage: boolean }) {
  const t = useT();
  const [open, setOpen] = useState<'change' | 'invite' | 'end' | null>(null);
  const close = () => setOpen(null);
  const change = useMutation({
    mutationFn: (active: boolean) => api.purchases.updateDealer({ id: dealer.id, active }),
    onSuccess: async () => {
      await refreshDealers();
      close();
    },
  });
  return (
    <Stack gap="xl">
      {dealer.active ? null : <Text fw={600}>{t('dealer.inactive-means')}</Text>}
      <Facts>
        <Fact term={t('dealer.buyers')}>
          <NumberText value={dealer.buyers} />
        </Fact>
        <Fact term={t('dealer.purchases')}>
          <NumberText value={dealer.purchases} />
        </Fact>
        {dealer.lastSaleOn ? (
          <Fact term={t('dealer.last-sale')}>
            <DateText value={dealer.lastSaleOn} />
          </Fact>
        ) : null}
        {dealer.contactName ? (
          <Fact term={t('dealer.contact-name')}>
            <bdi>{dealer.contactName}</bdi>
          </Fact>
        ) : null}
        {dealer.phone ? (
          <Fact term={t('dealer.phone')}>
            <Ltr>{dealer.phone}</Ltr>
          </Fact>
        ) : null}
        {dealer.email ? (
          <Fact term={t('dealer.email')}>
            <Ltr>{dealer.email}</Ltr>
          </Fact>
        ) : null}
      </Facts>
      {mayManage ? (
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setOpen('change')}
          >
            {t('dealer.change')}
          </Button>
          <Button
            variant="default"
            loading={change.isPending && !dealer.active}
            onClick={() => (dealer.active ? setOpen('end') : change.mutate(true))}
          >
            {t(dealer.active ? 'dealer.deactivate' : 'dealer.activate')}
          </Button>
        </Group>
      ) : null}
      <section aria-labelledby="dealer-people">
        <Group justify="space-between" mb="sm">
          <Title order={3} id="dealer-people">
            {t('dealer.people')}
          </Title>
          {mayManage && dealer.active ? (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setOpen('invite')}
            >
              {t('dealer.invite')}
            </Button>
          ) : null}
        </Group>
        <People dealer={dealer} mayManage={mayManage} />
      </section>
      <section aria-labelledby="dealer-purchases">
        <Title order={3} id="dealer-purchases" mb="sm">
          {t('dealer.entered')}
        </Title>
        <PurchaseList of={{ dealerId: dealer.id }} show="customer" none={t('dealer.entered-none')} />
      </section>
      {open === 'change' ? <DealerDialog dealer={dealer} onClose={close} /> : null}
      {open === 'invite' ? <InviteDealerPerson dealer={dealer} onClose={close} /> : null}
      <ConfirmDialog
        opened={open === 'end'}
        onClose={close}
        onConfirm={() => change.mutate(false)}
        title={t('dealer.deactivate')}
        confirmLabel={t('dealer.deactivate')}
        busy={change.isPending}
        error={change.error}
      >
        {t('dealer.deactivate-means')}
      </ConfirmDialog>
    </Stack>
  );
}

function People({ dealer, mayManage }: { dealer: DealerDetail; mayManage: boolean }) {
  const t = useT();
  const change = useMutation({
    mutationFn: (input: { personId: string; active: boolean }) =>
      api.purchases.updateDealerPerson({ id: dealer.id, ...input }),
    onSuccess: () => refreshDealers(),
  });
  if (dealer.people.length === 0) return <Text c="dimmed">{t('dealer.people-none')}</Text>;
  return (
    <>
      <ErrorNote error={change.error} />
      <ul className={classes['list']}>
        {dealer.people.map((person) => (
          <li key={person.id} className={classes['line']}>
            <span className={classes['words']}>
              <bdi>{person.name}</bdi>
              <Text span size="sm" c="dimmed">
                <Ltr>{person.email}</Ltr> · {t(`dealer.person.${person.state}`)}
              </Text>
            </span>
            {mayManage ? (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t(person.state === 'inactive' ? 'dealer.let-in' : 'dealer.let-out', { name: person.name })}
                onClick={() => change.mutate({ personId: person.id, active: person.state === 'inactive' })}
              >
                {t(person.state === 'inactive' ? 'dealer.activate' : 'dealer.deactivate')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
