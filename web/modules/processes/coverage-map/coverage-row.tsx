// One element of the classification in the map: its place and state, the processes that stand for it, and why it is not done.
import { Button, Text } from '@mantine/core';
import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCopy,
  IconFileDescription,
  IconSubtask,
} from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { PageLink } from '#web/ui/page-link.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import classes from './coverage.module.css';
import type { CoverageElement, CoveringModel } from './use-coverage.ts';

const icons = {
  running: IconCircleCheck,
  declared: IconFileDescription,
  parts: IconCircleHalf2,
  within: IconSubtask,
  excluded: IconBan,
  missing: IconCircleDashed,
};

export type CoverageRowProps = {
  element: CoverageElement;
  /** Steps below the category; 0: a list that is no tree. */
  depth: number;
  onExclude: () => void;
  onInclude: () => void;
};

export function CoverageRow({ element, depth, onExclude, onInclude }: CoverageRowProps) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const mayClassify = useMay('process.classify');
  const { state, models, exclusion, twice } = element;
  const Icon = icons[state];
  const name = text(element.name);
  return (
    <li className={classes['row']} style={{ paddingInlineStart: depth * 20 }}>
      <div className={classes['line']}>
        <Ltr>{element.number}</Ltr>
        <bdi className={classes['name']}>{name}</bdi>
        <span className={classes['state']} data-state={state}>
          <Icon size={16} aria-hidden />
          {t(`process-coverage.state.${state}`)}
        </span>
        {twice ? (
          <span className={classes['state']} data-state="twice">
            <IconCopy size={16} aria-hidden />
            {t('process-coverage.twice')}
          </span>
        ) : null}
        {mayClassify && state === 'missing' ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('process-coverage.exclude-named', { name })}
            onClick={onExclude}
          >
            {t('process-coverage.exclude')}
          </Button>
        ) : null}
      </div>
      {exclusion ? (
        <div className={classes['why']}>
          {models.length > 0 ? <Text fw={600}>{t('process-coverage.contradiction')}</Text> : null}
          <UserText>{exclusion.reason}</UserText>
          <Text size="sm" c="dimmed">
            {t('process-coverage.excluded-by', { name: exclusion.by.name, day: format.date(exclusion.at) })}
          </Text>
          {mayClassify ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('process-coverage.include-named', { name })}
              onClick={onInclude}
            >
              {t('process-coverage.include')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {models.map((model) => (
        <ModelLine key={model.id} model={model} />
      ))}
    </li>
  );
}

export function ModelLine({ model }: { model: CoveringModel }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const { running, overdue, done, refused } = model;
  return (
    <div className={classes['model']}>
      <PageLink to="/processes/$modelId" params={{ modelId: model.id }}>
        <bdi>{text(model.name)}</bdi>
      </PageLink>
      <Text size="sm" c="dimmed">
        <bdi>{text(model.unit.name)}</bdi> · {t('process.owner-is')} <bdi>{model.owner.name}</bdi> ·{' '}
        {model.version === null
          ? t('process-coverage.draft')
          : t('process-coverage.version', { number: model.version })}
      </Text>
      <Text size="sm" className={classes['figures']}>
        {t('process-coverage.figures', {
          running,
          overdue,
          done,
          refused: refused === null ? t('process-coverage.too-few') : format.number(refused),
        })}
      </Text>
    </div>
  );
}
