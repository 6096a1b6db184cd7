// Words on their way: being sent, held for undo, or not sent with the ways on.
import { Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { useSession } from '#web/lib/session.ts';
import { MessageBubble } from '#web/ui/timeline/message-bubble.tsx';
import { deliver, type OutboxItem } from './outbox.ts';
import { takeBack } from './take-back.ts';
import classes from './thread.module.css';

export function OutboxBubble({ item }: { item: OutboxItem }) {
  const t = useT();
  const { person } = useSession();
  const side = item.kind === 'note' ? 'note' : item.kind === 'record' ? 'customer' : 'own';
  return (
    <>
      <MessageBubble
        side={side}
        author={item.kind === 'record' ? t('case.recorded-by', { by: person.name }) : person.name}
        at={item.at}
        text={item.text}
        attachments={item.files}
        status={
          <span className={classes['sending']} data-state={item.state}>
            {item.state === 'failed' ? (
              <IconAlertTriangle size={14} aria-hidden />
            ) : item.state === 'held' ? (
              <IconClock size={14} aria-hidden />
            ) : (
              <Loader size={12} aria-hidden />
            )}
            {t(`case.sending.${item.state}`)}
          </span>
        }
      />
      {item.state === 'failed' ? (
        <Group className={classes['failed'] ?? ''} gap="xs">
          <Text c="red" size="sm" role="alert">
            {item.error ? problemText(item.error) : t('case.sending.unsure')}
          </Text>
          <Button size="compact-sm" onClick={() => void deliver(item.key).catch(() => undefined)}>
            {t('ui.try-again')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => takeBack(item, person.id)}>
            {t('case.sending.edit')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
