// A draft that waits for its owner: who asks and why, and for the owner the ways to decide.
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { useMay } from '#web/lib/permissions.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { FaultList } from './fault-list.tsx';
import classes from './processes.module.css';
import { checkQuery, draftQuery, type Model, type Proposal, refreshProcesses } from './use-processes.ts';

export function ProposalNote({ model }: { model: Model }) {
  const [newest] = model.proposals;
  if (!newest) return null;
  if (newest.decision === null) return <Waiting model={model} proposal={newest} />;
  return newest.decision === 'sent-back' ? <SentBack proposal={newest} /> : null;
}

function Waiting({ model, proposal }: { model: Model; proposal: Proposal }) {
  const t = useT();
  const mayDraw = useMay('process.model');
  const [sendingBack, setSendingBack] = useState(false);
  const after = async (said: 'process.published' | 'process.withdrawn') => {
    await refreshProcesses();
    notifications.show({ message: t(said) });
  };
  const approving = useMutation({
    mutationFn: () => api.processes.approveProposal({ id: model.id, proposalId: proposal.id }),
    onSuccess: () => after('process.published'),
  });
  const withdrawing = useMutation({
    mutationFn: () => api.processes.withdrawProposal({ id: model.id }),
    onSuccess: () => after('process.withdrawn'),
  });
  return (
    <section className={classes['notice']} aria-label={t('process.waits-for-owner')}>
      <div>
        <Text fw={600}>
          {t('process.proposed-by', { name: proposal.proposedBy?.name ?? '', owner: model.owner.name })}
        </Text>
        <Text size="sm" c="dimmed">
          <DateText value={proposal.proposedAt} show="date-time" />
        </Text>
        {proposal.note ? <UserText>{proposal.note}</UserText> : null}
        {model.mayPublish ? <ProposedFaults modelId={model.id} /> : null}
        <ErrorNote error={approving.error ?? withdrawing.error} />
      </div>
      <Group gap="xs">
        <PageLink to="/processes/$modelId/draft" params={{ modelId: model.id }}>
          {t('process.see-draft')}
        </PageLink>
        {model.mayPublish ? (
          <>
            <Button variant="default" onClick={() => setSendingBack(true)}>
              {t('process.send-back')}
            </Button>
            <Button loading={approving.isPending} onClick={() => approving.mutate()}>
              {t('process.approve')}
            </Button>
          </>
        ) : mayDraw ? (
          <Button variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
            {t('process.withdraw')}
          </Button>
        ) : null}
      </Group>
      {sendingBack ? (
        <ReasonDialog
          title={t('process.send-back')}
          hint={t('process.send-back-hint')}
          onClose={() => setSendingBack(false)}
          onReason={async (reason) => {
            await api.processes.sendBackProposal({ id: model.id, proposalId: proposal.id, reason });
            await refreshProcesses();
          }}
        />
      ) : null}
    </section>
  );
}

function ProposedFaults({ modelId }: { modelId: string }) {
  const draft = useQuery(draftQuery(modelId));
  const check = useQuery({ ...checkQuery(modelId, draft.data?.xml ?? ''), enabled: draft.data !== undefined });
  return check.data ? <FaultList faults={check.data.faults} nameOf={() => ''} /> : null;
}

function SentBack({ proposal }: { proposal: Proposal }) {
  const t = useT();
  return (
    <section className={classes['notice']} aria-label={t('process.was-sent-back')}>
      <div>
        <Text fw={600}>
          {t('process.was-sent-back')} <bdi>{proposal.decidedBy?.name ?? ''}</bdi>
        </Text>
        {proposal.reason ? <UserText>{proposal.reason}</UserText> : null}
      </div>
    </section>
  );
}
