// Tries a draft out: where it would stand, what could happen next, and what happened so far; the drawing shows it too.
import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Command } from '#engine/commands.ts';
import type { FlowNode } from '#engine/definition.ts';
import type { Instance, Token, Variables } from '#engine/instance.ts';
import { findMessage, useT } from '#web/lib/i18n.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import classes from './processes.module.css';
import { useTryOut } from './use-try-out.ts';
import { readValue } from './variable-value.ts';

export type TryOutProps = {
  /** The diagram as it is drawn now. */
  write: () => Promise<string>;
  onStand: (elementIds: readonly string[]) => void;
  onClose: () => void;
};

export function TryOut({ write, onStand, onClose }: TryOutProps) {
  const t = useT();
  const [values, setValues] = useState('');
  const { running, failure, begin, go } = useTryOut(write);
  const stands = running?.instance.tokens.map(({ elementId }) => elementId).join(' ') ?? '';
  useEffect(() => {
    onStand(stands === '' ? [] : stands.split(' '));
  }, [stands, onStand]);
  const nameOf = (elementId: string) => nodeName(running?.definition.nodes.get(elementId)) || t('diagram.unnamed');
  const act = (command: (variables: Variables) => Command) => {
    go(command(variablesIn(values)));
    setValues('');
  };
  return (
    <section className={classes['part']} aria-label={t('diagram.try-out')}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('diagram.try-out')}
        </Title>
        <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} aria-hidden />} onClick={onClose}>
          {t('ui.close')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('diagram.try-out-hint')}
      </Text>
      <Textarea
        label={t('diagram.try-values')}
        description={t('diagram.try-values-hint')}
        dir="ltr"
        autosize
        minRows={2}
        maxRows={6}
        value={values}
        onChange={(event) => setValues(event.currentTarget.value)}
      />
      <Button
        variant={running ? 'default' : 'filled'}
        leftSection={<IconPlayerPlay size={16} data-flips aria-hidden />}
        onClick={() => {
          void begin(variablesIn(values));
          setValues('');
        }}
      >
        {t(running ? 'diagram.try-again' : 'diagram.try-begin')}
      </Button>
      <div role="status">
        {failure ? <Text>{t(failure === 'faults' ? 'diagram.try-faults' : 'diagram.try-refused')}</Text> : null}
        {running && running.instance.status !== 'running' ? (
          <Text fw={600}>{t(`instance.status.${running.instance.status}`)}</Text>
        ) : null}
      </div>
      {running && running.instance.status === 'running' ? (
        <ul className={classes['list']} aria-label={t('instance.stands-at')}>
          {running.instance.tokens.map((token) => (
            <li key={token.number} className={classes['fault']}>
              <Text fw={600}>
                <bdi>{nameOf(token.elementId)}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                {token.incident
                  ? (findMessage(`incident.${token.incident.code}`) ?? token.incident.code)
                  : t(`instance.waits-for.${token.waitsFor}`)}
              </Text>
              <Group gap={6}>
                {ways(token, running.instance).map(({ key, label, command, elementId }) => (
                  <Button key={key} variant="default" size="compact-sm" onClick={() => act(command)}>
                    {elementId === token.elementId ? t(label) : `${t(label)}: ${nameOf(elementId)}`}
                  </Button>
                ))}
              </Group>
            </li>
          ))}
        </ul>
      ) : null}
      {running ? (
        <pre className={classes['values']}>{JSON.stringify(running.instance.scopes[0]?.variables ?? {}, null, 1)}</pre>
      ) : null}
    </section>
  );
}

type Way = { key: string; label: MessageKey; elementId: string; command: (variables: Variables) => Command };

/** What can happen to a token from outside; timers and messages may also stand at the edge of its step. */
function ways(token: Token, { timers, subscriptions }: Instance): Way[] {
  const own = (one: { token?: number }) => one.token === token.number;
  const { elementId } = token;
  return [
    ...(['task', 'service', 'call'].includes(token.waitsFor) && !token.incident
      ? [
          {
            key: 'done',
            label: 'diagram.try-done' as const,
            elementId,
            command: (variables: Variables): Command => ({ type: 'complete', token: token.number, variables }),
          },
        ]
      : []),
    ...timers.filter(own).map((timer) => ({
      key: `timer ${timer.number}`,
      label: 'diagram.try-time' as const,
      elementId: timer.elementId,
      command: (): Command => ({ type: 'fire-timer', timer: timer.number }),
    })),
    ...subscriptions.filter(own).map((subscription) => ({
      key: `message ${subscription.number}`,
      label: 'diagram.try-arrives' as const,
      elementId: subscription.elementId,
      command: (variables: Variables): Command => ({ type: 'deliver', subscription: subscription.number, variables }),
    })),
    ...(token.incident
      ? [
          {
            key: 'retry',
            label: 'instance.retry' as const,
            elementId,
            command: (): Command => ({ type: 'retry', token: token.number }),
          },
        ]
      : []),
  ];
}

const nodeName = (node: FlowNode | undefined): string => node?.name ?? '';

/** One value a line, such as `amount = 1200`. */
function variablesIn(words: string): Variables {
  return Object.fromEntries(
    words.split('\n').flatMap((line) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, readValue(value)] as const];
    }),
  );
}
