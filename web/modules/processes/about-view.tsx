// What the catalogue says of a process: whose it is, what it promises and serves, and itself on half a page.
import { Button, Group, Text, Title } from '@mantine/core';
import { IconArchive, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { UserText } from '#web/ui/user-text.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { AboutForm } from './about-form.tsx';
import { Classified } from './coverage-map/classified.tsx';
import classes from './processes.module.css';
import { sipocParts } from './sipoc-parts.ts';
import { type Model, refreshProcesses } from './use-processes.ts';

export function AboutView({ model }: { model: Model }) {
  const t = useT();
  const mayDraw = useMay('process.model');
  const [changing, setChanging] = useState(false);
  if (changing) return <AboutForm model={model} onDone={() => setChanging(false)} />;
  return (
    <>
      <section className={classes['part']}>
        <AboutFacts model={model} />
      </section>
      <SipocView model={model} />
      {mayDraw && model.status !== 'retired' ? (
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            {t('process.change-about')}
          </Button>
          <EndOfModel model={model} />
        </Group>
      ) : null}
    </>
  );
}

function AboutFacts({ model }: { model: Model }) {
  const t = useT();
  const text = useLocaleText();
  return (
    <>
      {model.retiredAt ? (
        <div className={classes['notice']}>
          <div>
            <Text fw={600}>
              {t('process.retired-on')} <DateText value={model.retiredAt} />
            </Text>
            {model.retireReason ? <UserText>{model.retireReason}</UserText> : null}
          </div>
        </div>
      ) : null}
      <Facts>
        <Fact term={t('process.owner')}>
          <bdi>{model.owner.name}</bdi>
        </Fact>
        <Fact term={t('process.unit')}>
          <bdi>{text(model.unit.name)}</bdi>
        </Fact>
        <Fact term={t('process.promise')}>
          {model.promise ? <bdi>{text(model.promise)}</bdi> : t('process.not-said')}
        </Fact>
        <Fact term={t('process.objective')}>
          {model.objective ? <bdi>{text(model.objective)}</bdi> : t('process.not-said')}
        </Fact>
        <Fact term={t('process.version')}>
          {model.version === null || !model.publishedAt ? (
            t('process.never-published')
          ) : (
            <>
              {t('process.version-number', { number: model.version })} · <DateText value={model.publishedAt} />
            </>
          )}
        </Fact>
        <Fact term={t('process.key')}>
          <Ltr>{model.key}</Ltr>
        </Fact>
        {model.pcfId ? (
          <Fact term={t('process-class.label')}>
            <Classified pcfId={model.pcfId} />
          </Fact>
        ) : null}
      </Facts>
    </>
  );
}

function SipocView({ model: { sipoc } }: { model: Model }) {
  const t = useT();
  const empty = sipocParts.every((part) => sipoc[part].length === 0);
  return (
    <section className={classes['part']} aria-labelledby="sipoc-title">
      <Title order={2} size="h4" id="sipoc-title">
        {t('process.sipoc')}
      </Title>
      {empty ? <Text c="dimmed">{t('process.sipoc-empty')}</Text> : null}
      {empty ? null : (
        <div className={classes['sipoc']}>
          {sipocParts.map((part) => (
            <div key={part}>
              <Title order={3} size="h5">
                {t(`process.sipoc.${part}`)}
              </Title>
              {sipoc[part].length === 0 ? <Text c="dimmed">{t('process.not-said')}</Text> : null}
              <ul>
                {sipoc[part].map((line) => (
                  <li key={line}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** A process in force is retired; one that never was is thrown away. */
function EndOfModel({ model }: { model: Model }) {
  const t = useT();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const discarding = useMutation({
    mutationFn: () => api.processes.discardModel({ id: model.id }),
    onSuccess: async () => {
      await go({ to: '/processes' });
      await refreshProcesses();
    },
  });
  if (model.version !== null)
    return (
      <>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('process.retire')}
        </Button>
        {asking ? (
          <ReasonDialog
            title={t('process.retire')}
            hint={t('process.retire-hint')}
            onClose={() => setAsking(false)}
            onReason={async (reason) => {
              await api.processes.retireModel({ id: model.id, reason });
              await refreshProcesses();
            }}
          />
        ) : null}
      </>
    );
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('process.discard')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => discarding.mutate()}
        title={t('process.discard')}
        confirmLabel={t('process.discard')}
        danger
        busy={discarding.isPending}
        error={discarding.error}
      >
        {t('process.discard-means')}
      </ConfirmDialog>
    </>
  );
}
