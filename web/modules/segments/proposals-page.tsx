// Proposals from drift: what the open one would move, for a person to approve or decline, and what became of earlier ones.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { byCursor, usePaged } from '#web/lib/paged.ts';
import { useMay } from '#web/lib/permissions.ts';
import { orpc } from '#web/lib/query.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { MoveList } from './move-list.tsx';
import classes from './segments.module.css';
import { refreshTree, type Proposal, useTreeLive } from './use-tree.ts';

export function ProposalsPage() {
  const t = useT();
  useTreeLive();
  const list = usePaged(
    useInfiniteQuery(
      orpc.segments.proposals.infiniteOptions({
        input: (cursor: string | undefined) => ({ cursor, limit: 20 }),
        ...byCursor,
      }),
    ),
  );
  const open = list.rows.find(({ state }) => state === 'open');
  const settled = list.rows.filter(({ state }) => state !== 'open');
  return (
    <Page title={t('segment.proposals')} purpose={t('segment.proposals-purpose')} width="reading">
      <Stack gap="xl">
        <PageLink to="/customer-tree">{t('segment.tree')}</PageLink>
        <ErrorNote error={list.error} retry={list.retry} />
        {list.waiting ? <RowsSkeleton /> : null}
        {open ? <Open proposal={open} /> : null}
        {!list.waiting && !open ? (
          <EmptyState icon={IconArrowsShuffle} title={t('segment.no-proposal')} hint={t('segment.no-proposal-hint')} />
        ) : null}
        {settled.length > 0 ? (
          <section aria-labelledby="settled">
            <Title order={2} id="settled" mb="sm">
              {t('segment.proposals-settled')}
            </Title>
            <ul className={classes['moves']}>
              {settled.map((one) => (
                <Settled key={one.id} proposal={one} />
              ))}
            </ul>
            {list.hasMore ? (
              <Button variant="default" mt="sm" onClick={list.more}>
                {t('segment.show-more')}
              </Button>
            ) : null}
          </section>
        ) : null}
      </Stack>
    </Page>
  );
}

function Open({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const mayDecide = useMay('segment.decide');
  const [declining, setDeclining] = useState(false);
  const approve = useMutation({
    mutationFn: () => api.segments.approve({ id: proposal.id }),
    onSuccess: async () => {
      await refreshTree();
      notifications.show({ message: t('segment.approved') });
    },
  });
  const share = (misfits: number, members: number) => (members === 0 ? 0 : misfits / members);
  return (
    <section aria-labelledby="open-proposal">
      <Title order={2} id="open-proposal" mb="xs">
        {t('segment.drift', {
          share: format.percent(share(proposal.misfits, proposal.members), 1),
          misfits: format.number(proposal.misfits),
          members: format.number(proposal.members),
        })}
      </Title>
      <Text c="dimmed" mb="md">
        {t('segment.gathered-since')} <DateText value={proposal.openedAt} />
      </Text>
      <ul className={classes['moves']}>
        {proposal.segments.map((one) => (
          <li key={one.id ?? 'none'}>
            <bdi>{text(one.name) || t('segment.unplaced')}</bdi>
            <span>
              {t('segment.misfits', {
                share: format.percent(share(one.misfits, one.members), 1),
                misfits: format.number(one.misfits),
                members: format.number(one.members),
              })}
            </span>
            <span className={classes['share']}>
              <span style={{ inlineSize: `${share(one.misfits, one.members) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <Title order={3} mt="lg" mb="xs">
        {t('segment.who-moves')}
      </Title>
      <MoveList moves={proposal.moves} label={t('segment.who-moves')} />
      <ErrorNote error={approve.error} />
      {mayDecide ? (
        <Group mt="lg">
          <Button loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('segment.approve')}
          </Button>
          <Button variant="default" onClick={() => setDeclining(true)}>
            {t('segment.decline')}
          </Button>
        </Group>
      ) : null}
      {declining ? <DeclineDialog id={proposal.id} onClose={() => setDeclining(false)} /> : null}
    </section>
  );
}

const Reason = z.object({ reason: Line });

function DeclineDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const form = useZodForm(Reason, { reason: '' });
  return (
    <Dialog opened onClose={onClose} title={t('segment.decline')}>
      <Form
        form={form}
        onSubmit={async ({ reason }) => {
          await api.segments.decline({ id, reason });
          await refreshTree();
          notifications.show({ message: t('segment.declined') });
          onClose();
        }}
      >
        <ProseField
          name="reason"
          label={t('segment.decline-reason')}
          hint={t('segment.decline-hint')}
          required
          rows={2}
        />
        <SubmitButton>{t('segment.decline')}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function Settled({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const format = useFormat();
  return (
    <li>
      <span>
        {t(`segment.proposal.${proposal.state}`)}
        {proposal.misfits > 0
          ? ` · ${t('segment.misfits', {
              share: format.percent(proposal.members === 0 ? 0 : proposal.misfits / proposal.members, 1),
              misfits: format.number(proposal.misfits),
              members: format.number(proposal.members),
            })}`
          : ''}
      </span>
      <span className={classes['counts']}>
        {proposal.decidedBy ? <bdi>{proposal.decidedBy}</bdi> : null}
        {proposal.decidedAt ? <DateText value={proposal.decidedAt} /> : null}
      </span>
      {proposal.reason ? (
        <span className={classes['examples']} dir="auto">
          {proposal.reason}
        </span>
      ) : null}
    </li>
  );
}
