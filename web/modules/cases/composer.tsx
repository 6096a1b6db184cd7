// Where staff write on a case: to the customer, to colleagues, a claim, or what the customer said. Always in reach.
import { Tabs } from '@mantine/core';
import { IconMessage, IconNote, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { ComposerEditor } from './composer-editor.tsx';
import classes from './composer.module.css';
import { type OutboxKind, useOutbox } from './outbox.ts';
import type { CaseView } from './wire.ts';

const icons: Record<OutboxKind, ReactNode> = {
  message: <IconMessage size={16} aria-hidden />,
  note: <IconNote size={16} aria-hidden />,
  claim: <StateIcon word="claimed" />,
  record: <IconPhone size={16} aria-hidden />,
};

export function composerKinds(view: CaseView): OutboxKind[] {
  const may = (action: CaseView['actions'][number]) => view.actions.includes(action);
  return [
    ...(may('message') ? (['message'] as const) : []),
    ...(may('note') ? (['note'] as const) : []),
    ...(may('claim') ? (['claim'] as const) : []),
    ...(may('message') ? (['record'] as const) : []),
  ];
}

export type ComposerProps = {
  view: CaseView;
  kind: OutboxKind | null;
  asked: number;
  onKind: (kind: OutboxKind | null) => void;
  /** After a claim: on to the next case. */
  onClaimed: () => void;
};

export function Composer({ view, kind, asked, onKind, onClaimed }: ComposerProps) {
  const t = useT();
  const held = useOutbox(view.id).some((item) => item.kind === 'claim' && item.state !== 'failed');
  const kinds = composerKinds(view);
  // What is being asked of the customer must not be talked into in the same breath.
  if (kinds.length === 0 || held) return null;
  const chosen = kind && kinds.includes(kind) ? kind : null;
  return (
    <section className={classes['composer']} aria-label={t('case.composer')} data-kind={chosen ?? undefined}>
      <Tabs
        value={chosen}
        onChange={(value) => onKind(value as OutboxKind | null)}
        allowTabDeactivation
        keepMounted={false}
        classNames={{ list: classes['tabs'] ?? '', tab: classes['tab'] ?? '' }}
      >
        <Tabs.List>
          {kinds.map((one) => (
            <Tabs.Tab key={one} value={one} leftSection={icons[one]}>
              {t(`case.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {kinds.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <ComposerEditor key={`${view.id}.${one}`} kind={one} view={view} asked={asked} onClaimed={onClaimed} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
