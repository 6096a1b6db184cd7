// What is to be done with a version: approve it, send it back with a reason, take it back from review, or call an approved one back.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import classes from './knowledge.module.css';
import { type KnowledgeDocument, refreshKnowledge, type Version } from './use-knowledge.ts';

export function ReviewPanel({ document, version }: { document: KnowledgeDocument; version: Version }) {
  if (version.state === 'draft') return <DraftNote document={document} version={version} />;
  if (version.state === 'in-review') return <Decide document={document} version={version} />;
  if (version.state === 'approved') return <Approved document={document} version={version} />;
  return null;
}

type Props = { document: KnowledgeDocument; version: Version };

function DraftNote({ document, version }: Props) {
  const t = useT();
  const back = version.reviews.find(({ decision }) => decision === 'sent-back');
  return (
    <div className={classes['notice']}>
      <Text>{t(back ? 'knowledge.was-sent-back' : 'knowledge.is-draft')}</Text>
      {back?.reason ? (
        <Text dir="auto" fw={500}>
          {back.reason}
        </Text>
      ) : null}
      {document.may.write ? (
        <PageLink to="/knowledge/drafts/$documentId" params={{ documentId: document.id }}>
          {t('knowledge.go-on')}
        </PageLink>
      ) : null}
    </div>
  );
}

function Decide({ document, version }: Props) {
  const t = useT();
  const mayApprove = useMay('knowledge.approve');
  const manages = useMay('knowledge.manage');
  const format = useFormat();
  const [confirmed, setConfirmed] = useState(false);
  const [returning, setReturning] = useState(false);
  const approve = useMutation({
    mutationFn: () =>
      api.knowledge.approve({ id: document.id, version: version.number, editorialConfirmed: confirmed }),
    onSuccess: async () => {
      await refreshKnowledge();
      notifications.show({ message: t('knowledge.approved') });
    },
  });
  const withdraw = useMutation({
    mutationFn: () => api.knowledge.withdrawReview({ id: document.id }),
    onSuccess: refreshKnowledge,
  });
  return (
    <section className={classes['decide']} aria-labelledby="decide-title">
      <Text fw={600} id="decide-title">
        {t('knowledge.waits-for-decision')}
      </Text>
      <Text size="sm">
        {version.validFrom
          ? t('knowledge.approval-means-later', { date: format.date(version.validFrom) })
          : t('knowledge.approval-means')}
      </Text>
      {mayApprove ? (
        <Stack gap="sm">
          {version.isAuthor ? <Text size="sm">{t('knowledge.own-version-note')}</Text> : null}
          {version.editorial ? (
            <Checkbox
              label={t('knowledge.editorial-confirm')}
              checked={confirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
          ) : null}
          <ErrorNote error={approve.error} />
          <Group gap="xs">
            <Button loading={approve.isPending} onClick={() => approve.mutate()}>
              {t('knowledge.approve')}
            </Button>
            <Button variant="default" onClick={() => setReturning(true)}>
              {t('knowledge.send-back')}
            </Button>
          </Group>
        </Stack>
      ) : null}
      {version.isAuthor || manages ? (
        <>
          <ErrorNote error={withdraw.error} />
          <div>
            <Button variant="subtle" size="compact-md" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('knowledge.withdraw-review')}
            </Button>
          </div>
        </>
      ) : null}
      {returning ? (
        <ReasonDialog
          title={t('knowledge.send-back')}
          hint={t('knowledge.send-back-hint')}
          onClose={() => setReturning(false)}
          onReason={async (reason) => {
            await api.knowledge.sendBack({ id: document.id, version: version.number, reason });
            await refreshKnowledge();
          }}
        />
      ) : null}
    </section>
  );
}

function Approved({ document, version }: Props) {
  const t = useT();
  const format = useFormat();
  const mayApprove = useMay('knowledge.approve');
  const [recalling, setRecalling] = useState(false);
  return (
    <div className={classes['notice']}>
      <Text>
        {version.validFrom
          ? t('knowledge.comes-into-force', { date: format.date(version.validFrom) })
          : t('knowledge.state.approved')}
      </Text>
      {mayApprove ? (
        <Button variant="default" size="compact-md" onClick={() => setRecalling(true)}>
          {t('knowledge.recall')}
        </Button>
      ) : null}
      {recalling ? (
        <ReasonDialog
          title={t('knowledge.recall')}
          hint={t('knowledge.recall-hint')}
          onClose={() => setRecalling(false)}
          onReason={async (reason) => {
            await api.knowledge.recall({ id: document.id, reason });
            await refreshKnowledge();
          }}
        />
      ) : null}
    </div>
  );
}
