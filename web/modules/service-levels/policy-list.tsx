// Policies in the order in which they are tried, each with what it is for and what it promises; moved up and down by buttons or keys.
import { VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { MoveButton, useMoved } from './move-button.tsx';
import classes from './policies.module.css';
import type { Policy } from './policy-wire.ts';
import { usePolicyWords } from './policy-words.ts';
import { policiesQuery, refreshPolicies } from './use-policies.ts';

type PolicyListProps = {
  policies: readonly Policy[];
  openId: string | null;
  mayManage: boolean;
  /** Beside something open there is no room for the goals. */
  brief: boolean;
  onOpen: (id: string) => void;
};

export function PolicyList({ policies, openId, mayManage, brief, onOpen }: PolicyListProps) {
  const t = useT();
  const text = useLocaleText();
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useMoved(list);
  const ordering = useMutation({
    mutationFn: (ids: string[]) => api.servicePolicies.reorder({ ids }),
    onError: () => void refreshPolicies(),
  });

  function move(index: number, by: -1 | 1, control: string): void {
    const order = [...policies];
    const [one] = order.splice(index, 1);
    if (!one || index + by < 0 || index + by >= policies.length) return;
    order.splice(index + by, 0, one);
    const items = order.map((policy, place) => ({ ...policy, position: place + 1 }));
    queryClient.setQueryData(policiesQuery.queryKey, { items });
    setMoved({ id: one.id, control, place: index + by + 1 });
    ordering.mutate(items.map(({ id }) => id));
  }

  function press(event: KeyboardEvent, index: number): void {
    if (!mayManage || !event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.code === 'ArrowUp' ? -1 : 1, 'open');
  }

  const last = policies.find(({ id }) => id === moved?.id);
  return (
    <>
      <ErrorNote error={ordering.error} />
      <p className={classes['hint']}>
        {t('service-policy.order-hint')} {mayManage && policies.length > 1 ? t('service-policy.order-keys') : null}
      </p>
      <ol ref={list} className={classes['list']} aria-label={t('service-policy.title')}>
        {policies.map((policy, index) => (
          // Alt with an arrow moves the row, from whichever button in it has the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={policy.id} data-row={policy.id} onKeyDown={(event) => press(event, index)}>
            <PolicyRow
              policy={policy}
              place={index + 1}
              brief={brief}
              open={policy.id === openId}
              onOpen={() => onOpen(policy.id)}
            />
            {mayManage ? (
              <span className={classes['moves']}>
                <MoveButton
                  up
                  label={t('service-policy.move-up', { name: text(policy.name) })}
                  disabled={index === 0}
                  onClick={() => move(index, -1, 'up')}
                />
                <MoveButton
                  label={t('service-policy.move-down', { name: text(policy.name) })}
                  disabled={index === policies.length - 1}
                  onClick={() => move(index, 1, 'down')}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">
        {moved && last ? t('service-policy.moved', { name: text(last.name), place: moved.place }) : ''}
      </VisuallyHidden>
    </>
  );
}

function PolicyRow({
  policy,
  place,
  brief,
  open,
  onOpen,
}: {
  policy: Policy;
  place: number;
  brief: boolean;
  open: boolean;
  onOpen: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const text = useLocaleText();
  const { conditionsWords, goalWords } = usePolicyWords();
  return (
    <OpenRow open={open} onOpen={onOpen}>
      <span className={classes['name']}>
        <span className={classes['place']}>{format.number(place)}</span>
        <bdi>{text(policy.name)}</bdi>
      </span>
      <span className={classes['for']}>{conditionsWords(policy.conditions)}</span>
      {brief ? null : (
        <span className={classes['goals']}>
          {policy.goals.map((goal) => (
            <span key={JSON.stringify(goal)}>{goalWords(goal)}</span>
          ))}
        </span>
      )}
      <span className={classes['quiet']}>
        {t('service-policy.open-cases', { number: policy.openCases })} ·{' '}
        {t('service-policy.version', { version: policy.version })}
      </span>
    </OpenRow>
  );
}
