// The page on which the draft of a process is drawn; where it waits for the owner's word, it is shown and not changed.
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { queryClient } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { CommentedDiagram } from './threads/commented-diagram.tsx';
import { checkQuery, draftQuery, modelQuery } from './use-processes.ts';

const route = getRouteApi('/shell/processes/$modelId/draft');

export function DraftPage() {
  const t = useT();
  const text = useLocaleText();
  const { modelId } = route.useParams();
  const mayDraw = useMay('process.model');
  const model = useQuery(modelQuery(modelId));
  const draft = useQuery({ ...draftQuery(modelId), staleTime: Infinity, gcTime: 0 });
  const check = useQuery({ ...checkQuery(modelId, draft.data?.xml ?? ''), enabled: draft.data !== undefined });
  // Theirs was taken: the drawing begins anew.
  const [round, setRound] = useState(0);
  const name = model.data ? text(model.data.name) : t('process.title');
  const error = model.error ?? draft.error ?? check.error;
  const ready = model.data && draft.data && check.data;
  return (
    <Page
      width="full"
      title={name}
      purpose={
        draft.data?.basedOn ? t('process.draft-since', { number: draft.data.basedOn }) : t('process.draft-first')
      }
      action={
        <PageLink to="/processes/$modelId" params={{ modelId }}>
          {t('process.back')}
        </PageLink>
      }
    >
      <ErrorNote error={error} retry={() => void draft.refetch()} />
      {!ready && !error ? <TextSkeleton lines={14} /> : null}
      {ready && model.data.proposed ? (
        <>
          <EmptyState icon={IconLock} title={t('process.draft-waits')} hint={t('process.draft-waits-hint')} />
          <CommentedDiagram
            modelId={modelId}
            version={null}
            xml={draft.data.xml}
            label={name}
            fileName={model.data.key}
          />
        </>
      ) : null}
      {ready && !model.data.proposed && !mayDraw ? (
        <CommentedDiagram
          modelId={modelId}
          version={null}
          xml={draft.data.xml}
          label={name}
          fileName={model.data.key}
        />
      ) : null}
      {ready && !model.data.proposed && mayDraw ? (
        <DraftEditor
          key={round}
          model={model.data}
          draft={draft.data}
          faults={check.data.faults}
          onTheirs={async () => {
            await queryClient.fetchQuery({ ...draftQuery(modelId), staleTime: 0 });
            setRound((before) => before + 1);
          }}
        />
      ) : null}
    </Page>
  );
}
