// One quiet line under the head that says whose turn it is, when it is not simply ours.
import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import classes from './case-pane.module.css';
import { useEndWait } from './use-end-wait.ts';
import type { CaseView } from './wire.ts';

export function Standing({ view, onDialog }: { view: CaseView; onDialog: (name: CaseDialogName) => void }) {
  const t = useT();
  const format = useFormat();
  const endWait = useEndWait(view.id);
  if (view.openClaim)
    return (
      <div className={classes['standing']} data-word="claimed">
        <StateIcon word="claimed" size={18} />
        <p>{t('case.standing.claimed', { until: format.dateTime(view.openClaim.lapsesAt) })}</p>
        {view.actions.includes('report') ? (
          <Button size="compact-sm" variant="default" onClick={() => onDialog('report')}>
            {t('case.dialog.report')}
          </Button>
        ) : null}
      </div>
    );
  if (view.waitingReason && view.waitingUntil)
    return (
      <div className={classes['standing']}>
        <IconClockPause size={18} aria-hidden />
        <p>
          {t('case.standing.waiting', {
            reason: t(`case.wait.${view.waitingReason}`),
            until: format.dateTime(view.waitingUntil),
          })}
        </p>
        {view.actions.includes('wait') ? (
          <Button size="compact-sm" variant="default" onClick={endWait}>
            {t('case.wait-end')}
          </Button>
        ) : null}
      </div>
    );
  if (view.state === 'closed' && view.reopenableUntil)
    return (
      <div className={classes['standing']}>
        <StateIcon word={view.outcome ?? 'lapsed'} size={18} />
        <p>{t('case.standing.closed', { until: format.date(view.reopenableUntil, 'long') })}</p>
      </div>
    );
  return null;
}
