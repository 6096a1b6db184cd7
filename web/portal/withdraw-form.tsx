/** @jsxImportSource preact */
// Withdraws the case, after saying what that means.
import { useState } from 'preact/hooks';
import { usePortal } from './portal-context.ts';
import { ReasonForm } from './reason-form.tsx';
import type { CaseFormProps } from './use-case-action.ts';

export function WithdrawForm(form: CaseFormProps) {
  const { t } = usePortal();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <p class="last-action">
        <button type="button" class="button plain" onClick={() => setAsked(true)}>
          {t('withdraw.open')}
        </button>
      </p>
    );
  return (
    <section class="further" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">{t('withdraw.title')}</h2>
      <p>{t('withdraw.about')}</p>
      <ReasonForm
        {...form}
        name="withdraw"
        action="withdrawal"
        label={t('withdraw.reason')}
        button={t('withdraw.send')}
        done={t('withdraw.done')}
        optional
        danger
      >
        <button type="button" class="button plain" onClick={() => setAsked(false)}>
          {t('cancel')}
        </button>
      </ReasonForm>
    </section>
  );
}
