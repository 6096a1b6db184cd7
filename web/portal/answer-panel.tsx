/** @jsxImportSource preact */
// The answer that staff claim to be the solution, and the two choices that only the customer has.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConfirmForm } from './confirm-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { FileList } from './file-list.tsx';
import { Icon } from './icon.tsx';
import { Moment } from './moment.tsx';
import { usePortal } from './portal-context.ts';
import type { CaseFormProps } from './use-case-action.ts';
import { leaveDraft } from './use-draft.ts';
import type { PortalCase } from './wire.ts';

interface AnswerPanelProps extends CaseFormProps {
  claim: NonNullable<PortalCase['openClaim']>;
  mayConfirm: boolean;
  mayDispute: boolean;
}

const choices = ['solved', 'unsolved'] as const;
type Choice = (typeof choices)[number];

export function AnswerPanel({ claim, mayConfirm, mayDispute, ...form }: AnswerPanelProps) {
  const { t, plural, formats, slug } = usePortal();
  const [choice, setChoice] = useState<Choice | null>(null);
  const opened = useRef<HTMLDivElement>(null);
  const days = formats.daysUntil(claim.lapsesAt);

  useEffect(() => {
    if (choice) opened.current?.querySelector('textarea')?.focus();
  }, [choice]);

  function disputeInstead(words: string) {
    leaveDraft(`${slug}:${form.shown.number}:dispute`, { reason: words });
    setChoice('unsolved');
  }

  return (
    <section class="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('answer.title')}</h2>
      <p class="quiet">
        <Moment at={claim.claimedAt} />
      </p>
      <div class="words" dir="auto">
        {claim.answer}
      </div>
      <FileList files={claim.attachments} grant={form.grant} />
      {(mayConfirm || mayDispute) && (
        <fieldset class="question">
          <legend>{t('answer.question')}</legend>
          <div class="choices">
            {choices
              .filter((each) => (each === 'solved' ? mayConfirm : mayDispute))
              .map((each) => (
                <button
                  key={each}
                  type="button"
                  class={`choice ${each}`}
                  aria-expanded={choice === each}
                  aria-controls="answer-form"
                  onClick={() => setChoice(choice === each ? null : each)}
                >
                  <Icon name={each === 'solved' ? 'confirmed' : 'disputed'} />
                  <span>
                    <strong>{t(`answer.${each}`)}</strong> <span class="quiet">{t(`answer.${each}.about`)}</span>
                  </span>
                </button>
              ))}
          </div>
          <div id="answer-form" ref={opened}>
            {choice === 'solved' && <ConfirmForm {...form} disputeInstead={disputeInstead} />}
            {choice === 'unsolved' && <DisputeForm {...form} />}
          </div>
          <p class="silence">
            <Icon name="lapsed" />
            <span>
              {t('answer.silence', { date: formats.moment(claim.lapsesAt) })}{' '}
              {days >= 1 ? plural('answer.left', days, formats.number(days)) : t('answer.today')}
            </span>
          </p>
        </fieldset>
      )}
    </section>
  );
}
