// One case beside the list: its conversation with the composer, and its context next to it or a press away.
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, use, useEffect, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { withTexts } from '#web/lib/late-texts.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useSession } from '#web/lib/session.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { CaseContext } from './case-context.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import { CaseHeader } from './case-header.tsx';
import { caseKeys } from './case-keys.ts';
import { caseQuery } from './case-queries.ts';
import classes from './case-pane.module.css';
import { Composer } from './composer.tsx';
import { InboxNeighbours } from './inbox-neighbours.ts';
import { openOutbox, type OutboxKind } from './outbox.ts';
import { Standing } from './standing.tsx';
import { Thread } from './thread.tsx';
import { useOpenCase, useOpenCaseId } from './use-case-search.ts';
import { caseTexts } from './texts.ts';
import type { CaseView } from './wire.ts';

// The dialogs carry forms, schemas and dates: loaded when the first is opened.
const CaseDialog = lazy(
  withTexts(caseTexts, async () => ({ default: (await import('./case-dialog.tsx')).CaseDialog })),
);
const DetailsDrawer = lazy(() => import('./details-drawer.tsx').then((file) => ({ default: file.DetailsDrawer })));

export function CasePane() {
  const id = useOpenCaseId() ?? '';
  const { person } = useSession();
  openOutbox(person.id);
  const query = useQuery(caseQuery(id));
  if (query.data) return <OpenCase key={id} view={query.data} />;
  return (
    <section className={classes['conversation']}>
      <div className={classes['waiting']}>
        {query.isError ? (
          <ErrorNote error={query.error} retry={() => void query.refetch()} />
        ) : (
          <TextSkeleton lines={9} />
        )}
      </div>
    </section>
  );
}

function OpenCase({ view }: { view: CaseView }) {
  const t = useT();
  const wide = useMediaQuery('(min-width: 90em)', window.innerWidth >= 1440, { getInitialValueInEffect: false });
  const one = useMediaQuery('(max-width: 62em)', window.innerWidth <= 992, { getInitialValueInEffect: false });
  const open = useOpenCase();
  const { next } = use(InboxNeighbours);
  const [writing, setWriting] = useState<{ kind: OutboxKind | null; asked: number }>({
    kind: one ? null : 'message',
    asked: 0,
  });
  const write = (kind: OutboxKind | null) => setWriting(({ asked }) => ({ kind, asked: asked + 1 }));
  const [dialog, setDialog] = useState<CaseDialogName | null>(null);
  const [details, setDetails] = useState(false);

  useEffect(() => {
    document.title = `${view.subject} · Rida`;
  }, [view.subject]);
  useKeys(caseKeys(view, { compose: write, ask: setDialog }));

  return (
    <>
      <section className={classes['conversation']} aria-label={t('case.conversation')}>
        <CaseHeader
          view={view}
          alone={one}
          onDialog={setDialog}
          {...(wide ? {} : { onDetails: () => setDetails(true) })}
        />
        <Standing view={view} onDialog={setDialog} />
        <Thread view={view} />
        <Composer view={view} {...writing} onKind={write} onClaimed={() => open(one ? null : next)} />
      </section>
      {wide ? (
        <aside className={classes['context']} aria-label={t('case.context')}>
          <CaseContext view={view} onDialog={setDialog} />
        </aside>
      ) : (
        <Suspense fallback={null}>
          {details ? <DetailsDrawer view={view} onDialog={setDialog} onClose={() => setDetails(false)} /> : null}
        </Suspense>
      )}
      {dialog ? (
        <Suspense fallback={null}>
          <CaseDialog name={dialog} view={view} onClose={() => setDialog(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
