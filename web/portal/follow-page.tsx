/** @jsxImportSource preact */
// From a tracking code to a one-time code to the case.
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepCase } from './device-store.ts';
import { FaultSummary, ProblemNotice, useFaultOf, type NamedFault } from './faults.tsx';
import { TextField } from './field.tsx';
import { plainDigits } from './formats.ts';
import { Page } from './page.tsx';
import { addressOf, go } from './place.ts';
import { usePortal } from './portal-context.ts';
import { useSending } from './use-sending.ts';

interface FollowPageProps {
  trackingCode?: string | null;
  /** Why the person is asked, when they did not come here on their own. */
  reason?: 'again' | 'other-device';
  /** Called when the case is open, by a page that is the case's own. */
  onOpen?: () => void;
}

export function FollowPage({ trackingCode = null, reason, onOpen }: FollowPageProps) {
  const { t, plural, slug, api, formats } = usePortal();
  const [tracking, setTracking] = useState(trackingCode ?? '');
  const [code, setCode] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [faults, setFaults] = useState<NamedFault[]>([]);
  const sending = useSending();
  const faultOf = useFaultOf(faults);
  const form = useRef<HTMLFormElement>(null);

  // Each of the two steps begins in its field.
  useEffect(() => {
    if (minutes !== null) form.current?.querySelector('input')?.focus();
  }, [minutes]);

  function ask(event?: Event) {
    event?.preventDefault();
    if (!check('trackingCode', tracking)) return;
    void sending.send(async () => {
      setMinutes((await api.requestCode(plainDigits(tracking))).minutes);
      setCode('');
    });
  }

  function open(event: Event) {
    event.preventDefault();
    if (!check('code', code)) return;
    void sending.send(async () => {
      const { grant } = await api.redeemCode(plainDigits(tracking), plainDigits(code).replace(/[\s-]/g, ''));
      // Kept before the case is read: if the network dies now, no second code is needed.
      keepCase(slug, { grant, trackingCode: plainDigits(tracking) });
      const found = await api.getCase(grant);
      keepCase(slug, { grant, number: found.number, trackingCode: found.trackingCode });
      if (onOpen) onOpen();
      else go(addressOf(slug, 'case', found.number), { replace: true });
    });
  }

  function check(field: string, value: string): boolean {
    const found = plainDigits(value) ? [] : [{ field, code: 'required' }];
    setFaults(found);
    return found.length === 0;
  }

  return (
    <Page title={t('follow.title')}>
      {minutes === null ? (
        <>
          <p class="lead">{reason ? t(`follow.${reason}`) : t('follow.about')}</p>
          <form noValidate ref={form} onSubmit={ask}>
            <FaultSummary faults={faults} />
            <TextField
              name="trackingCode"
              label={t('follow.code')}
              hint={t('follow.code.hint')}
              latin
              large
              maxLength={40}
              value={tracking}
              onChange={setTracking}
              fault={faultOf('trackingCode')}
            />
            <ProblemNotice problem={sending.problem} reading />
            <p class="actions">
              <button type="submit" class="button primary" aria-disabled={sending.busy}>
                {t(sending.busy ? 'submit.sending' : 'follow.send')}
              </button>
            </p>
          </form>
        </>
      ) : (
        <>
          <p class="lead" role="status">
            {plural('follow.sent', minutes, formats.number(minutes))}
          </p>
          <form noValidate ref={form} onSubmit={open}>
            <FaultSummary faults={faults} />
            <TextField
              name="code"
              label={t('follow.once')}
              inputMode="numeric"
              autoComplete="one-time-code"
              latin
              large
              maxLength={16}
              value={code}
              onChange={setCode}
              fault={faultOf('code')}
            />
            <ProblemNotice problem={sending.problem} reading />
            <p class="actions">
              <button type="submit" class="button primary" aria-disabled={sending.busy}>
                {t('follow.open')}
              </button>
              <button type="button" class="button plain" onClick={() => ask()}>
                {t('follow.resend')}
              </button>
              <button type="button" class="button plain" onClick={() => setMinutes(null)}>
                {t('follow.change')}
              </button>
            </p>
          </form>
        </>
      )}
    </Page>
  );
}
