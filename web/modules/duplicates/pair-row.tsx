// One pair of the queue: how likely, both records side by side, why, and what to do with it.
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { ComparedTable } from './compared-table.tsx';
import classes from './duplicates.module.css';
import { EvidenceList } from './evidence-list.tsx';
import { type Pair, pairId } from './use-duplicates.ts';

export type PairRowProps = {
  pair: Pair;
  chosen: boolean;
  current: boolean;
  busy: boolean;
  onChoose: (chosen: boolean) => void;
  onMerge: () => void;
  onKeepApart: () => void;
  onProposeAgain: () => void;
};

export function PairRow({ pair, chosen, current, busy, onChoose, onMerge, onKeepApart, onProposeAgain }: PairRowProps) {
  const t = useT();
  const format = useFormat();
  const [one, other] = [pair.one.name, pair.other.name];
  return (
    <li className={classes['pair']} data-current={current || undefined} data-pair={pairId(pair)}>
      <Group justify="space-between" gap="sm">
        {pair.state === 'proposed' ? (
          <Checkbox
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            label={t('duplicate.likely', { percent: format.percent(Math.min(pair.probability, 0.99)) })}
            aria-label={t('duplicate.choose-pair', { one, other })}
          />
        ) : (
          <Text c="dimmed">
            {t('duplicate.decided', {
              by: pair.decidedBy ?? '',
              when: pair.decidedAt ? format.dateTime(pair.decidedAt) : '',
            })}
          </Text>
        )}
        {pair.state === 'proposed' ? (
          <Group gap="xs">
            <Button
              variant="default"
              disabled={busy}
              leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
              onClick={onKeepApart}
            >
              {t('duplicate.keep-apart')}
            </Button>
            <Button disabled={busy} leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={onMerge}>
              {t('duplicate.merge-open')}
            </Button>
          </Group>
        ) : null}
        {pair.state === 'kept-apart' ? (
          <Button variant="default" disabled={busy} onClick={onProposeAgain}>
            {t('duplicate.propose-again')}
          </Button>
        ) : null}
      </Group>
      <div className={classes['sides']}>
        <ComparedTable one={pair.one} other={pair.other} />
        <EvidenceList evidence={pair.evidence} />
      </div>
    </li>
  );
}
