/** @jsxImportSource preact */
// Opens a closed case again, while the organisation's time for it runs.
import { useState } from 'preact/hooks';
import { usePortal } from './portal-context.ts';
import { ReasonForm } from './reason-form.tsx';
import type { CaseFormProps } from './use-case-action.ts';

export function ReopenForm(form: CaseFormProps) {
  const { t, formats } = usePortal();
  const [asked, setAsked] = useState(false);
  const until = form.shown.reopenableUntil;
  return (
    <section class="further" aria-labelledby="reopen-title">
      <h2 id="reopen-title">{t('reopen.title')}</h2>
      {until && <p>{t('reopen.about', { date: formats.moment(until) })}</p>}
      {asked ? (
        <ReasonForm
          {...form}
          name="reopen"
          action="reopening"
          label={t('reopen.reason')}
          button={t('reopen.send')}
          done={t('reopen.done')}
        >
          <button type="button" class="button plain" onClick={() => setAsked(false)}>
            {t('cancel')}
          </button>
        </ReasonForm>
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {t('reopen.open')}
        </button>
      )}
    </section>
  );
}
