// What is wrong with a diagram, in words; a click leads to the element.
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { DiagramFault } from '#contract/processes.ts';
import { useT } from '#web/lib/i18n.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import { faultWords } from './fault-words.ts';
import classes from './processes.module.css';

export type FaultListProps = {
  faults: readonly DiagramFault[];
  /** The name of an element, if it has one. */
  nameOf: (elementId: string) => string;
  onChoose?: (elementId: string) => void;
};

export function FaultList({ faults, nameOf, onChoose }: FaultListProps) {
  const t = useT();
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (faults.length === 0)
    return (
      <Text className={classes['good'] ?? ''} role="status">
        <IconCircleCheck size={18} aria-hidden /> {t('diagram.no-faults')}
      </Text>
    );
  return (
    <section aria-labelledby="faults-title">
      <Text fw={600} id="faults-title" role="status">
        {errors > 0 ? t('diagram.faults', { count: errors }) : t('diagram.warnings', { count: faults.length })}
      </Text>
      <ul className={classes['list']}>
        {faults.map((fault, index) => (
          // The same fault may be said twice of one element.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${fault.code} ${fault.elementId} ${index}`}>
            {onChoose && fault.elementId ? (
              <OpenRow onOpen={() => onChoose(fault.elementId)}>
                <FaultLine fault={fault} name={nameOf(fault.elementId)} />
              </OpenRow>
            ) : (
              <div className={classes['fault']}>
                <FaultLine fault={fault} name={nameOf(fault.elementId)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FaultLine({ fault, name }: { fault: DiagramFault; name: string }) {
  const t = useT();
  const Icon = fault.severity === 'error' ? IconAlertTriangle : IconInfoCircle;
  return (
    <span className={classes['fault-line']} data-severity={fault.severity}>
      <Icon size={16} role="img" aria-label={t(`diagram.severity.${fault.severity}`)} />
      <span>
        {name ? (
          <strong>
            <bdi>{name}</bdi>:{' '}
          </strong>
        ) : null}
        {faultWords(fault)}
      </span>
    </span>
  );
}
