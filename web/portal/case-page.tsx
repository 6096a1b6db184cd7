/** @jsxImportSource preact */
// One case as its customer sees it: where it stands, the answer and the question, the conversation, and what can be done.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { AnswerPanel } from './answer-panel.tsx';
import { CaseFacts } from './case-facts.tsx';
import { forgetCase, keepCase, keptCase } from './device-store.ts';
import { ProblemNotice } from './faults.tsx';
import { FollowPage } from './follow-page.tsx';
import { Link } from './link.tsx';
import { WaitingPage } from './lost-page.tsx';
import { MessageForm } from './message-form.tsx';
import { Page } from './page.tsx';
import { addressOf, rename } from './place.ts';
import { usePortal } from './portal-context.ts';
import { asProblem, codes, type Problem } from './problem.ts';
import { Recourse } from './recourse.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { Standing } from './standing.tsx';
import { stateLook } from './state-look.ts';
import { Steps } from './steps.tsx';
import { useLate } from './use-late.ts';
import { useCaseAction } from './use-case-action.ts';
import type { PortalCase } from './wire.ts';
import { WithdrawForm } from './withdraw-form.tsx';

type Loading = { shown: PortalCase | null; problem: Problem | null };

export function CasePage({ number }: { number: string | null }) {
  const { t, slug, api } = usePortal();
  const [kept, setKept] = useState(() => keptCase(slug, number));
  const [{ shown, problem }, setLoading] = useState<Loading>({ shown: null, problem: null });

  const show = useCallback(
    (found: PortalCase, by: string) => {
      keepCase(slug, {
        grant: by,
        number: found.number,
        trackingCode: found.trackingCode,
        subject: found.subject,
        look: stateLook(found),
        seenAt: new Date().toISOString(),
      });
      setKept(keptCase(slug, found.number));
      setLoading({ shown: found, problem: null });
      // The address of a link names no case; from here on it can be reloaded and found again in the history.
      if (number === null) rename(addressOf(slug, 'case', found.number));
    },
    [slug, number],
  );

  const load = useCallback(
    async (by: string) => {
      try {
        show(await api.getCase(by), by);
      } catch (error) {
        setLoading((before) => ({ ...before, problem: asProblem(error) }));
      }
    },
    [api, show],
  );

  const grant = kept?.grant;
  useEffect(() => {
    if (grant) void load(grant);
  }, [grant, load]);

  /** A one-time code has given a new grant, and with it the case is read again. */
  function reopenAccess() {
    setLoading({ shown: null, problem: null });
    setKept(keptCase(slug, kept?.number ?? number));
  }

  if (!kept) return <FollowPage reason={number === null ? undefined : 'other-device'} />;
  if (problem && (problem.code === codes.grantExpired || problem.status === 401)) {
    // A link that was already used up before its case was known leaves nothing to come back to.
    if (kept.number === null) forgetCase(slug, kept.grant);
    return (
      <FollowPage
        trackingCode={kept.trackingCode}
        reason="again"
        onOpen={kept.number === null ? undefined : reopenAccess}
      />
    );
  }
  if (!shown) {
    if (!problem) return <WaitingPage />;
    return (
      <Page title={t('unreachable.title')}>
        <ProblemNotice problem={problem} reading />
        <p class="actions">
          <button type="button" class="button primary" onClick={() => void load(kept.grant)}>
            {t('retry')}
          </button>
          <Link class="button plain" href={addressOf(slug)}>
            {t('home')}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <OpenCase
      shown={shown}
      grant={kept.grant}
      problem={problem}
      onChange={(found) => show(found, kept.grant)}
      refresh={() => load(kept.grant)}
      onProblem={(met) => setLoading((before) => ({ ...before, problem: met }))}
    />
  );
}

interface OpenCaseProps {
  shown: PortalCase;
  grant: string;
  problem: Problem | null;
  onChange: (found: PortalCase) => void;
  refresh: () => Promise<void>;
  onProblem: (problem: Problem | null) => void;
}

function OpenCase({ shown, grant, problem, onChange, refresh, onProblem }: OpenCaseProps) {
  const { t, slug } = usePortal();
  const act = useCaseAction({ grant, onChange, refresh, onProblem });
  const may = new Set(shown.actions);
  const form = { shown, grant, act };
  const lateProgress = useLate(() => import('./progress.tsx'), shown.progress !== null);
  const late = useLate(() => import('./form-answers.tsx'), shown.form !== null);
  return (
    <Page
      wide
      title={shown.subject}
      before={
        <p class="case-line">
          <Link href={addressOf(slug)}>{t('home')}</Link>
          <span>{t('case.number', { number: shown.number })}</span>
        </p>
      }
    >
      <div class="case">
        <div class="case-main">
          <Standing shown={shown} refresh={refresh} />
          <ProblemNotice problem={problem} reading={problem?.status !== 409} />
          {shown.openClaim && (
            <AnswerPanel
              {...form}
              claim={shown.openClaim}
              mayConfirm={may.has('confirm')}
              mayDispute={may.has('dispute')}
            />
          )}
          {may.has('reopen') && <ReopenForm {...form} />}
          <Steps shown={shown} grant={grant} />
          {may.has('message') && <MessageForm {...form} />}
          {may.has('withdraw') && <WithdrawForm {...form} />}
        </div>
        <aside class="case-aside">
          {lateProgress && shown.progress && <lateProgress.Progress progress={shown.progress} />}
          <CaseFacts shown={shown} />
          {shown.recourse && <Recourse recourse={shown.recourse} />}
          {late && shown.form && <late.FormAnswers form={shown.form} />}
        </aside>
      </div>
    </Page>
  );
}
