// Where a version stands: icon and word together, never colour alone.
import {
  IconArchive,
  IconCalendarTime,
  IconCircleCheck,
  IconEye,
  IconHistory,
  IconPencil,
  IconRotate2,
} from '@tabler/icons-react';
import type { VersionState } from '#contract/knowledge.ts';
import { useT } from '#web/lib/i18n.ts';
import type { Icon } from '#web/lib/web-module.ts';
import classes from './knowledge.module.css';

const icons: Record<VersionState, Icon> = {
  draft: IconPencil,
  'in-review': IconEye,
  approved: IconCalendarTime,
  'in-force': IconCircleCheck,
  superseded: IconHistory,
  retired: IconArchive,
  recalled: IconRotate2,
};

export function VersionStateMark({ state }: { state: VersionState }) {
  const t = useT();
  const Icon = icons[state];
  return (
    <span className={classes['state']} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`knowledge.state.${state}`)}
    </span>
  );
}
