// A process in the catalogue: what it is called, whose it is, where it stands, how many run and which of them are stuck.
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import { ModelStatusMark } from './model-status.tsx';
import classes from './processes.module.css';
import type { ModelBrief } from './use-processes.ts';

export function ModelRow({ model }: { model: ModelBrief }) {
  const t = useT();
  const text = useLocaleText();
  const go = useNavigate();
  return (
    <OpenRow onOpen={() => void go({ to: '/processes/$modelId', params: { modelId: model.id } })}>
      <span className={classes['name']}>
        <bdi>{text(model.name)}</bdi>
      </span>
      <span className={classes['quiet']}>
        <bdi>{text(model.unit.name)}</bdi> · {t('process.owner-is')} <bdi>{model.owner.name}</bdi>
        {model.version === null ? '' : ` · ${t('process.version-number', { number: model.version })}`}
        {model.running > 0 ? ` · ${t('process.running-now', { count: model.running })}` : ''}
      </span>
      <span className={classes['marks']}>
        <ModelStatusMark model={model} />
        {model.incidents > 0 ? (
          <span className={classes['status']} data-status="incident">
            <IconAlertTriangle size={16} aria-hidden />
            {t('process.incidents', { count: model.incidents })}
          </span>
        ) : null}
      </span>
    </OpenRow>
  );
}
