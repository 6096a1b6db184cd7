// The head of an open case: what it is about, where it stands, and what can be done with it.
import { ActionIcon, Button, Menu, Title } from '@mantine/core';
import { IconArrowRight, IconDots, IconInfoCircle, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { CaseDialogName } from './case-dialog.tsx';
import classes from './case-pane.module.css';
import { useCaseSearch } from './use-case-search.ts';
import { useEndWait } from './use-end-wait.ts';
import type { CaseAction, CaseView } from './wire.ts';

const moreDialogs: ReadonlyArray<{ action: CaseAction; dialog: CaseDialogName }> = [
  { action: 'acknowledge', dialog: 'acknowledge' },
  { action: 'assess', dialog: 'assess' },
  { action: 'wait', dialog: 'wait' },
  { action: 'classify', dialog: 'classify' },
  { action: 'report', dialog: 'report' },
  { action: 'report', dialog: 'dispute' },
  { action: 'close-by-authority', dialog: 'close' },
  { action: 'reopen', dialog: 'reopen' },
];

type HeaderProps = {
  view: CaseView;
  /** Alone on the screen: its title is the title of the page. */
  alone: boolean;
  onDialog: (name: CaseDialogName) => void;
  onDetails?: () => void;
};

export function CaseHeader({ view, alone, onDialog, onDetails }: HeaderProps) {
  const t = useT();
  const format = useFormat();
  const search = useCaseSearch();
  const endWait = useEndWait(view.id);
  const more = moreDialogs.filter(({ action }) => view.actions.includes(action));
  return (
    <header className={classes['header']}>
      <ActionIcon
        renderRoot={(props) => <Link to="/cases" search={search} {...props} />}
        variant="subtle"
        color="gray"
        size={44}
        className={classes['back'] ?? ''}
        aria-label={t('case.back')}
      >
        <IconArrowRight size={20} className={classes['back-icon']} aria-hidden />
      </ActionIcon>
      <div className={classes['titles']}>
        <Title order={alone ? 1 : 2} size="h3" dir="auto" className={classes['subject'] ?? ''}>
          {view.subject}
        </Title>
        <div className={classes['line']}>
          <StateChip state={view.state} outcome={view.outcome} disputeLevel={view.disputeLevel} size="sm" />
          {view.disputeLevel > 0 ? (
            <span className={classes['level']}>{t('case.dispute-level', { count: view.disputeLevel })}</span>
          ) : null}
          <Ltr>{view.number}</Ltr>
          <bdi>{view.customer.name}</bdi>
          <span>{t('case.registered-ago', { age: format.relative(view.registeredAt) })}</span>
        </div>
      </div>
      <div className={classes['actions']}>
        {view.actions.includes('assign') ? (
          <Button
            variant="default"
            leftSection={<IconUserShare size={16} aria-hidden />}
            onClick={() => onDialog('assign')}
            {...(view.assigneeName ? { 'aria-label': `${t('case.fact.assignee')}: ${view.assigneeName}` } : {})}
          >
            {view.assigneeName ? <bdi className={classes['who']}>{view.assigneeName}</bdi> : t('case.assign')}
          </Button>
        ) : null}
        {onDetails ? (
          <ActionIcon variant="default" size={36} aria-label={t('case.context')} onClick={onDetails}>
            <IconInfoCircle size={18} aria-hidden />
          </ActionIcon>
        ) : null}
        {more.length > 0 ? (
          <Menu>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t('case.more')}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {view.waitingReason && view.actions.includes('wait') ? (
                <Menu.Item onClick={endWait}>{t('case.wait-end')}</Menu.Item>
              ) : null}
              {more.map(({ dialog }) => (
                <Menu.Item key={dialog} onClick={() => onDialog(dialog)}>
                  {t(`case.dialog.${dialog}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
    </header>
  );
}
