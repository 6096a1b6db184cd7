// What is handed over to the reader's unit: what it is, when it is to be accepted, and the two answers; refused, how it is offered again.
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Prose } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { DateText } from '#web/ui/date-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { ProseField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { UserText } from '#web/ui/user-text.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import classes from './processes.module.css';
import { type HandOff, refreshTasks, showTask, type Task } from './use-tasks.ts';

export function HandOffPart({ task }: { task: Task }) {
  const t = useT();
  const text = useLocaleText();
  const [handOff] = task.handOffs.toSorted((a, b) => b.offeredAt.localeCompare(a.offeredAt));
  const [asked, setAsked] = useState<'refuse' | 'offer' | null>(null);
  const accepting = useMutation({
    mutationFn: (claim: boolean) => api.tasks.acceptHandOff({ id: task.id, claim }),
    onSuccess: showTask,
    onError: () => void refreshTasks(),
  });
  if (!handOff || handOff.state === 'withdrawn') return null;
  return (
    <section className={classes['part']} aria-labelledby="hand-off-title">
      <Title order={3} size="h4" id="hand-off-title">
        {t(`hand-off.state.${handOff.state}`)}
      </Title>
      <Text>
        {t('hand-off.from-to', { from: text(handOff.from.name), to: text(handOff.to.name) })}
        {' · '}
        <DateText value={handOff.offeredAt} show="date-time" />
      </Text>
      {handOff.what ? (
        <Text fw={600} dir="auto">
          {handOff.what}
        </Text>
      ) : null}
      {handOff.note ? <UserText>{handOff.note}</UserText> : null}
      <Criteria handOff={handOff} />
      {handOff.waitUntil && handOff.state === 'offered' ? (
        <Text>
          {t('hand-off.wait-until')} <DateText value={handOff.waitUntil} show="date-time" />
        </Text>
      ) : null}
      {handOff.reason ? (
        <div>
          <Text fw={600}>{t('hand-off.why-refused')}</Text>
          <UserText>{handOff.reason}</UserText>
        </div>
      ) : null}
      {handOff.pingPong ? <Text c="dimmed">{t('hand-off.ping-pong')}</Text> : null}
      <ErrorNote error={accepting.error} />
      {task.may.decideHandOff || task.may.offerAgain ? (
        <Group gap="xs">
          {task.may.decideHandOff ? (
            <>
              <Button loading={accepting.isPending} onClick={() => accepting.mutate(true)}>
                {t('hand-off.accept-claim')}
              </Button>
              <Button variant="default" loading={accepting.isPending} onClick={() => accepting.mutate(false)}>
                {t('hand-off.accept')}
              </Button>
              <Button variant="default" onClick={() => setAsked('refuse')}>
                {t('hand-off.refuse')}
              </Button>
            </>
          ) : null}
          {task.may.offerAgain ? <Button onClick={() => setAsked('offer')}>{t('hand-off.offer-again')}</Button> : null}
        </Group>
      ) : null}
      {asked === 'refuse' ? <RefuseDialog task={task} handOff={handOff} onClose={() => setAsked(null)} /> : null}
      {asked === 'offer' ? (
        <ReasonDialog
          title={t('hand-off.offer-again')}
          hint={t('hand-off.offer-again-hint')}
          onClose={() => setAsked(null)}
          onReason={async (note) => showTask(await api.tasks.offerAgain({ id: task.id, note }))}
        />
      ) : null}
    </section>
  );
}

function Criteria({ handOff: { criteria, unmet } }: { handOff: HandOff }) {
  const t = useT();
  if (criteria.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t('diagram.acceptance')}</Text>
      <ul>
        {criteria.map((criterion) => (
          <li key={criterion}>
            <bdi>{criterion}</bdi>
            {unmet.includes(criterion) ? <strong> · {t('hand-off.unmet')}</strong> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

const Refusal = z.object({ reason: Prose });

function RefuseDialog({ task, handOff, onClose }: { task: Task; handOff: HandOff; onClose: () => void }) {
  const t = useT();
  const [unmet, setUnmet] = useState<string[]>([]);
  const form = useZodForm(Refusal, { reason: '' });
  return (
    <Dialog opened onClose={onClose} title={t('hand-off.refuse')}>
      <Form
        form={form}
        onSubmit={async ({ reason }) => {
          showTask(await api.tasks.refuseHandOff({ id: task.id, reason, unmet }));
          onClose();
        }}
      >
        {handOff.criteria.length > 0 ? (
          <Checkbox.Group label={t('hand-off.which-unmet')} value={unmet} onChange={setUnmet}>
            <Stack gap="xs" mt="xs">
              {handOff.criteria.map((criterion) => (
                <Checkbox key={criterion} value={criterion} label={<bdi>{criterion}</bdi>} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        <ProseField name="reason" label={t('ui.reason')} hint={t('hand-off.refuse-hint')} required rows={3} />
        <SubmitButton>{t('hand-off.refuse')}</SubmitButton>
      </Form>
    </Dialog>
  );
}
