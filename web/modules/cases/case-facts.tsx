// The facts of a case: its numbers to read out or copy, and where it is filed.
import { useT } from '#web/lib/i18n.ts';
import { ChannelLabel } from './channel-label.tsx';
import classes from './case-context.module.css';
import { CopyCode } from './copy-code.tsx';
import { useNames } from './use-names.ts';
import type { CaseView } from './wire.ts';

export function CaseFacts({ view }: { view: CaseView }) {
  const t = useT();
  const names = useNames();
  const none = t('case.fact.none');
  return (
    <dl className={classes['facts']}>
      <dt>{t('case.fact.number')}</dt>
      <dd>
        <CopyCode value={view.number} label={t('case.fact.number')} />
      </dd>
      <dt>{t('case.fact.tracking-code')}</dt>
      <dd>
        <CopyCode value={view.trackingCode} label={t('case.fact.tracking-code')} />
      </dd>
      <dt>{t('case.fact.kind')}</dt>
      <dd>{t(`case.kind.${view.kind}`)}</dd>
      <dt>{t('case.fact.category_id')}</dt>
      <dd>{view.categoryId ? names.category(view.categoryId) : none}</dd>
      <dt>{t('case.fact.product_id')}</dt>
      <dd>{view.productId ? names.product(view.productId) : none}</dd>
      <dt>{t('case.fact.priority')}</dt>
      <dd>{t(`case.priority.${view.priority}`)}</dd>
      <dt>{t('case.fact.unit')}</dt>
      <dd>{view.unitId ? names.unit(view.unitId) : none}</dd>
      <dt>{t('case.fact.assignee')}</dt>
      <dd>
        <bdi>{view.assigneeName ?? t('case.assignee.none')}</bdi>
      </dd>
      <dt>{t('case.fact.channel')}</dt>
      <dd>
        <ChannelLabel channel={view.channel} />
      </dd>
    </dl>
  );
}
