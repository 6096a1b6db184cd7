// The page on which a draft is written; where there is none any more, it says so and leads back.
import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { DraftForm } from './draft-form.tsx';
import { documentQuery, versionQuery } from './use-knowledge.ts';

const route = getRouteApi('/shell/knowledge/drafts/$documentId');

export function DraftPage() {
  const t = useT();
  const text = useLocaleText();
  const go = useNavigate();
  const { documentId } = route.useParams();
  const document = useQuery(documentQuery(documentId));
  const number = document.data?.open?.state === 'draft' ? document.data.open.number : null;
  const version = useQuery({ ...versionQuery(documentId, number ?? 0), enabled: number !== null });
  const back = () => void go({ to: '/knowledge', search: { document: documentId } });
  const title = document.data ? text(document.data.title) || t('knowledge.untitled') : t('knowledge.draft');
  return (
    <Page
      title={title}
      purpose={
        document.data
          ? `${t(`knowledge.kind.${document.data.kind}`)} · ${number ? t('knowledge.draft-of', { number }) : t('knowledge.draft')}`
          : t('knowledge.draft')
      }
      action={
        <PageLink to="/knowledge" search={{ document: documentId }}>
          {t('knowledge.back')}
        </PageLink>
      }
    >
      <ErrorNote error={document.error ?? version.error} retry={() => void document.refetch()} />
      {document.isPending || (number !== null && version.isPending) ? <TextSkeleton lines={12} /> : null}
      {document.data && number === null ? (
        <EmptyState
          icon={IconFileOff}
          title={t('knowledge.no-draft')}
          hint={t('knowledge.no-draft-hint')}
          action={
            <Button variant="default" onClick={back}>
              {t('knowledge.back')}
            </Button>
          }
        />
      ) : null}
      {document.data && version.data && number !== null ? (
        // Saved by somebody else meanwhile: the form asks before it takes theirs.
        <DraftForm key={version.data.number} document={document.data} version={version.data} onLeave={back} />
      ) : null}
    </Page>
  );
}
