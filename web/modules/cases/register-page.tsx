// Takes a case down by hand, for somebody on the phone, at the desk or by letter.
import { Button, Group, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { Page } from '#web/ui/page.tsx';
import { StateIcon } from '#web/ui/state-icon.tsx';
import { CopyCode } from './copy-code.tsx';
import { RegisterForm } from './register-form.tsx';
import classes from './register.module.css';

type Registered = { id: string; number: string; trackingCode: string };

export function RegisterPage() {
  const t = useT();
  const [done, setDone] = useState<Registered | null>(null);
  return (
    <Page title={t('case.register')} purpose={t('case.register.purpose')} width="reading">
      {done ? <ReadOut done={done} onNext={() => setDone(null)} /> : <RegisterForm onRegistered={setDone} />}
    </Page>
  );
}

/** What the customer is told before the talk ends. */
function ReadOut({ done, onNext }: { done: Registered; onNext: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Stack className={classes['done'] ?? ''} gap="md">
      <div role="status" className={classes['done-head']}>
        <StateIcon word="open" size={22} />
        <Title order={2}>{t('case.register.done')}</Title>
      </div>
      <p>{t('case.register.read-out')}</p>
      <dl className={classes['codes']}>
        <dt>{t('case.fact.number')}</dt>
        <dd>
          <CopyCode large value={done.number} label={t('case.fact.number')} />
        </dd>
        <dt>{t('case.fact.tracking-code')}</dt>
        <dd>
          <CopyCode large value={done.trackingCode} label={t('case.fact.tracking-code')} />
        </dd>
      </dl>
      <Group>
        <Button onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: done.id } })}>
          {t('case.register.open')}
        </Button>
        <Button variant="default" onClick={onNext}>
          {t('case.register.another')}
        </Button>
      </Group>
    </Stack>
  );
}
