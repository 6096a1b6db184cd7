// The middle of the inbox while no case is open.
import { IconMessages } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import classes from './inbox.module.css';

export function NoCase() {
  const t = useT();
  return (
    <div className={classes['nothing']}>
      <EmptyState icon={IconMessages} title={t('case.choose')} hint={t('case.choose-hint')} />
    </div>
  );
}
