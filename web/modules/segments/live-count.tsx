// How many customers the rule in the form fits now: asked of the server a moment after the last change, and exact.
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { RuleGroup } from '#contract/segments.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import classes from './segments.module.css';

const pause = 350;

export function LiveCount() {
  const t = useT();
  const format = useFormat();
  const rule = useWatch({ name: 'rule' }) as RuleGroup;
  const parentId = useWatch({ name: 'parentId' }) as string | null;
  const [asked] = useDebouncedValue(JSON.stringify({ rule, parentId }), pause);
  const input = JSON.parse(asked) as { rule: RuleGroup; parentId: string | null };
  const query = useQuery({
    ...orpc.segments.count.queryOptions({ input }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const behind = query.isPlaceholderData || query.isFetching;
  return (
    <div className={classes['live']} role="status" aria-busy={behind}>
      {query.isError ? (
        <Text c="dimmed">{t('segment.count-incomplete')}</Text>
      ) : query.data ? (
        <>
          <strong>{format.number(query.data.matching)}</strong>
          <Text span>
            {t('segment.count', {
              customers: format.number(query.data.customers),
              share: format.percent(query.data.customers === 0 ? 0 : query.data.matching / query.data.customers),
            })}
          </Text>
        </>
      ) : (
        <Text c="dimmed">{t('ui.loading')}</Text>
      )}
    </div>
  );
}
