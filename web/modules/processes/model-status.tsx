// Where a model stands: icon and word together, never colour alone.
import { IconArchive, IconCircleCheck, IconPencil, IconSend } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import classes from './processes.module.css';
import type { ModelBrief } from './use-processes.ts';

const icons = { draft: IconPencil, 'in-force': IconCircleCheck, retired: IconArchive };

export function ModelStatusMark({ model }: { model: Pick<ModelBrief, 'status' | 'proposed' | 'draftDiffers'> }) {
  const t = useT();
  const Icon = icons[model.status];
  return (
    <span className={classes['marks']}>
      <span className={classes['status']} data-status={model.status}>
        <Icon size={16} aria-hidden />
        {t(`process.status.${model.status}`)}
      </span>
      {model.proposed ? (
        <span className={classes['status']} data-status="proposed">
          <IconSend size={16} data-flips aria-hidden />
          {t('process.waits-for-owner')}
        </span>
      ) : null}
      {model.status === 'in-force' && model.draftDiffers && !model.proposed ? (
        <span className={classes['status']}>
          <IconPencil size={16} aria-hidden />
          {t('process.draft-differs')}
        </span>
      ) : null}
    </span>
  );
}
