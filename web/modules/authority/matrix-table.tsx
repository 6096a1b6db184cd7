// The matrix as a table: a row for each position that has a rule, a column for each action; a cell says up to what, where and until when.
import { Table } from '@mantine/core';
import { useState } from 'react';
import type { AuthorityAction } from '#contract/authority.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import classes from './authority.module.css';
import { CellDialog } from './cell-dialog.tsx';
import type { WireRule } from './wire.ts';
import { useAuthorityNames, useRuleWords } from './use-authority.ts';

type MatrixProps = { actions: readonly AuthorityAction[]; rules: readonly WireRule[] };

export function MatrixTable({ actions, rules }: MatrixProps) {
  const t = useT();
  const text = useLocaleText();
  const { positionName } = useAuthorityNames();
  const [open, setOpen] = useState<{ positionId: string | null; actionId: string } | null>(null);
  const rows = [...Map.groupBy(rules, ({ positionId }) => positionId)]
    .map(([positionId, own]) => ({ positionId, own, name: positionName(positionId) }))
    // Heads first: their rule is the one that most people have.
    .toSorted(
      (one, other) =>
        Number(other.positionId === null) - Number(one.positionId === null) || one.name.localeCompare(other.name),
    );
  const openAction = actions.find(({ id }) => id === open?.actionId);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table must scroll by keyboard
    <div className={classes['table']} tabIndex={0} role="region" aria-label={t('authority.view.matrix')}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('authority.position')}</Table.Th>
            {actions.map((action) => (
              <Table.Th key={action.id} scope="col">
                <bdi>{text(action.name)}</bdi>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ positionId, own, name }) => (
            <Table.Tr key={positionId ?? 'heads'}>
              <Table.Th scope="row">
                <bdi>{name}</bdi>
              </Table.Th>
              {actions.map((action) => (
                <Table.Td key={action.id}>
                  <Cell
                    label={`${name} · ${text(action.name)}`}
                    hasAmount={action.hasAmount}
                    rules={own.filter(({ actionId }) => actionId === action.id)}
                    onOpen={() => setOpen({ positionId, actionId: action.id })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open && openAction ? (
        <CellDialog
          action={openAction}
          title={`${positionName(open.positionId)} · ${text(openAction.name)}`}
          rules={rules.filter((rule) => rule.positionId === open.positionId && rule.actionId === open.actionId)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

type CellProps = { label: string; hasAmount: boolean; rules: readonly WireRule[]; onOpen: () => void };

function Cell({ label, hasAmount, rules, onOpen }: CellProps) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  if (rules.length === 0) return <span className={classes['quiet']}>{t('authority.none')}</span>;
  return (
    <button type="button" className={classes['cell']} onClick={onOpen} aria-haspopup="dialog">
      <span className={classes['hidden']}>{label}: </span>
      {rules.map((rule) => (
        <span key={rule.id} className={classes['rule']}>
          <strong>{words.limit(rule, hasAmount)}</strong>
          <span className={classes['quiet']}>
            {words.scope(rule)}
            {rule.state === 'to-come' ? ` · ${t('authority.from-day', { day: format.date(rule.from) })}` : ''}
            {rule.until ? ` · ${t('authority.until-day', { day: format.date(rule.until) })}` : ''}
          </span>
        </span>
      ))}
    </button>
  );
}
