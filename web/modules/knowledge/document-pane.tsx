// The open document: what waits to be done with it, and its views, of which a reader has fewer than those who care for it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import type { DocumentView } from './choices.ts';
import classes from './knowledge.module.css';
import type { LibrarySearch } from './library-search.ts';
import { type KnowledgeDocument, refreshKnowledge } from './use-knowledge.ts';
import { VersionStateMark } from './version-state.tsx';

const ReadView = lazy(async () => ({ default: (await import('./read-view.tsx')).ReadView }));
const VersionsView = lazy(async () => ({ default: (await import('./versions-view.tsx')).VersionsView }));
const ReadersView = lazy(async () => ({ default: (await import('./readers-view.tsx')).ReadersView }));
const QuestionsView = lazy(async () => ({ default: (await import('./questions-view.tsx')).QuestionsView }));
const FeedbackView = lazy(async () => ({ default: (await import('./feedback-view.tsx')).FeedbackView }));
const FilingView = lazy(async () => ({ default: (await import('./filing-view.tsx')).FilingView }));

export type DocumentPaneProps = {
  document: KnowledgeDocument;
  search: LibrarySearch;
  onShow: (change: Partial<LibrarySearch>) => void;
  /** The document is there no longer. */
  onGone: () => void;
};

export function DocumentPane({ document, search, onShow, onGone }: DocumentPaneProps) {
  const t = useT();
  const { may, open, current } = document;
  const views: readonly DocumentView[] = [
    'read',
    'versions',
    ...(may.seeReceipts ? (['readers'] as const) : []),
    'questions',
    ...(may.write ? (['feedback'] as const) : []),
    ...(may.file || may.retire ? (['filing'] as const) : []),
  ];
  // As it was opened: an approval brings it into force, but does not take the reader elsewhere.
  const [usual] = useState<DocumentView>(current ? 'read' : 'versions');
  const view = views.find((one) => one === search.view) ?? usual;
  const version = Number(search.version) || null;
  return (
    <Stack gap="lg">
      <Waiting document={document} onShow={onShow} />
      <WordFilter
        label={t('knowledge.view')}
        value={view}
        choices={views.map((value) => ({ value, label: t(`knowledge.view.${value}`) }))}
        onChange={(next) => onShow({ view: next, version: undefined })}
      />
      <Suspense fallback={<TextSkeleton lines={8} />}>
        {view === 'read' ? (
          <ReadView document={document} language={search.language} onLanguage={(language) => onShow({ language })} />
        ) : null}
        {view === 'versions' ? (
          <VersionsView
            document={document}
            version={version ?? open?.number ?? current?.number ?? document.versions[0]?.number ?? 1}
            onVersion={(number) => onShow({ view: 'versions', version: String(number) })}
          />
        ) : null}
        {view === 'readers' ? <ReadersView document={document} /> : null}
        {view === 'questions' ? <QuestionsView document={document} /> : null}
        {view === 'feedback' ? <FeedbackView id={document.id} /> : null}
        {view === 'filing' ? <FilingView document={document} onGone={onGone} /> : null}
      </Suspense>
    </Stack>
  );
}

/** A draft to go on with, a review that waits, or a new version to begin. */
function Waiting({ document, onShow }: Pick<DocumentPaneProps, 'document' | 'onShow'>) {
  const t = useT();
  const go = useNavigate();
  const { open, may, retiredAt } = document;
  const begin = useMutation({
    mutationFn: () => api.knowledge.beginDraft({ id: document.id }),
    onSuccess: async () => {
      await refreshKnowledge();
      await go({ to: '/knowledge/drafts/$documentId', params: { documentId: document.id } });
    },
  });
  if (retiredAt)
    return (
      <div className={classes['notice']}>
        <VersionStateMark state="retired" />
        {document.retireReason ? <Text dir="auto">{document.retireReason}</Text> : null}
      </div>
    );
  if (!may.write) return null;
  if (!open)
    return (
      <Group>
        <ErrorNote error={begin.error} />
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          loading={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {t('knowledge.begin-version')}
        </Button>
      </Group>
    );
  return (
    <div className={classes['notice']}>
      <span>
        {t('knowledge.open-version', { number: open.number })} <VersionStateMark state={open.state} />
      </span>
      <Group gap="md">
        {open.state === 'draft' ? (
          <PageLink to="/knowledge/drafts/$documentId" params={{ documentId: document.id }}>
            {t('knowledge.go-on')}
          </PageLink>
        ) : null}
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => onShow({ view: 'versions', version: String(open.number) })}
        >
          {t('knowledge.look')}
        </Button>
      </Group>
    </div>
  );
}
