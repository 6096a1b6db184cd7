/** @jsxImportSource preact */
// Confirms that the case is solved; words that say otherwise are asked about before anything is recorded.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemNotice } from './faults.tsx';
import { TextField } from './field.tsx';
import { usePortal } from './portal-context.ts';
import { codes } from './problem.ts';
import type { CaseFormProps } from './use-case-action.ts';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';

export function ConfirmForm({
  shown,
  act,
  disputeInstead,
}: CaseFormProps & { disputeInstead: (words: string) => void }) {
  const { t, slug } = usePortal();
  const draft = useDraft(`${slug}:${shown.number}:confirm`, { comment: '' });
  const [contradicting, setContradicting] = useState<string[] | null>(null);
  const sending = useSending();
  const comment = draft.values.comment.trim();

  function confirm(certain: boolean) {
    act({
      action: 'confirmation',
      body: { ...(comment ? { comment } : {}), certain },
      draft,
      sending,
      done: t('answer.confirmed'),
      refused: (problem) => {
        if (problem.code !== codes.contradiction) return false;
        setContradicting((problem.params.words as string[] | undefined) ?? []);
        return true;
      },
    });
  }

  function dispute() {
    draft.clear();
    disputeInstead(comment);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm(false);
      }}
    >
      <TextField
        name="comment"
        label={t('answer.comment')}
        optional
        multiline
        maxLength={5000}
        value={draft.values.comment}
        onChange={(next) => {
          setContradicting(null);
          draft.change({ comment: next });
        }}
      />
      {contradicting ? (
        <Contradiction words={contradicting} busy={sending.busy} dispute={dispute} confirm={() => confirm(true)} />
      ) : (
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled={sending.busy}>
            {t(sending.busy ? 'submit.sending' : 'answer.confirm')}
          </button>
        </p>
      )}
      <ProblemNotice problem={sending.problem} />
    </form>
  );
}

interface ContradictionProps {
  words: string[];
  busy: boolean;
  dispute: () => void;
  confirm: () => void;
}

function Contradiction({ words, busy, dispute, confirm }: ContradictionProps) {
  const { t, language } = usePortal();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const quoted = words.map((word) => (language === 'en' ? `“${word}”` : `«${word}»`));
  return (
    <div
      class="notice red"
      role="alertdialog"
      aria-labelledby="contradiction-title"
      aria-describedby="contradiction-about"
      tabIndex={-1}
      ref={box}
    >
      <h3 id="contradiction-title">{t('answer.contradiction')}</h3>
      <div id="contradiction-about">
        {quoted.length > 0 && (
          <p>{t('answer.contradiction.words', { words: quoted.join(language === 'en' ? ', ' : '، ') })}</p>
        )}
        <p>{t('answer.contradiction.about')}</p>
      </div>
      <div class="choices">
        <button type="button" class="button" onClick={dispute}>
          {t('answer.contradiction.dispute')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={confirm}>
          {t('answer.contradiction.certain')}
        </button>
      </div>
    </div>
  );
}
