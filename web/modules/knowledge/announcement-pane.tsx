// An announcement for whoever publishes it: the draft to write, or what was published with whom it reached.
import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#web/lib/api.ts';
import { languageNames } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { orpc } from '#web/lib/query.ts';
import { Counts } from '#web/ui/counts.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Fact, Facts } from '#web/ui/facts.tsx';
import { RichTextView } from '#web/ui/rich-text/rich-text-view.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { AnnouncementForm } from './announcement-form.tsx';
import { ConcernsInput } from './concerns-input.tsx';
import { type Announcement, refreshAnnouncements } from './use-announcements.ts';
import { imageAddress } from './use-knowledge.ts';

export type AnnouncementPaneProps = { announcement: Announcement; onGone: () => void };

export function AnnouncementPane({ announcement, onGone }: AnnouncementPaneProps) {
  if (announcement.state === 'draft')
    return <AnnouncementForm before={announcement} onKept={(id) => (id ? undefined : onGone())} />;
  return <Published announcement={announcement} />;
}

function Published({ announcement }: { announcement: Announcement }) {
  const t = useT();
  const own = useLanguage();
  const [wanted, setWanted] = useState(own);
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, state, texts, concerns } = announcement;
  const shown = texts.find(({ language }) => language === wanted) ?? texts[0];
  return (
    <Stack gap="lg">
      <Facts>
        <Fact term={t('knowledge.state')}>
          <Badge variant="default" tt="none">
            {t(`announcement.state.${state}`)}
          </Badge>
        </Fact>
        <Fact term={t('announcement.from')}>
          <DateText value={announcement.from ?? announcement.publishedAt ?? announcement.createdAt} />
        </Fact>
        <Fact term={t('announcement.until')}>
          {announcement.until ? <DateText value={announcement.until} /> : t('announcement.open-end')}
        </Fact>
        <Fact term={t('announcement.must-confirm')}>
          {t(announcement.mustConfirm ? 'announcement.yes' : 'announcement.only-seen')}
        </Fact>
      </Facts>
      <Reach id={id} mustConfirm={announcement.mustConfirm} />
      {texts.length > 1 && shown ? (
        <WordFilter
          label={t('knowledge.language')}
          value={shown.language}
          choices={texts.map(({ language }) => ({ value: language, label: languageNames[language] }))}
          onChange={setWanted}
        />
      ) : null}
      {shown ? <RichTextView value={shown.body} lang={shown.language} imageAddress={imageAddress} /> : null}
      <section aria-labelledby="concerns-title">
        <Title order={3} size="h4" id="concerns-title" mb="xs">
          {t('announcement.concerns')}
        </Title>
        <ConcernsInput value={concerns} onChange={() => undefined} readOnly />
      </section>
      {state === 'running' || state === 'planned' ? (
        <div>
          <Button variant="subtle" color="red" onClick={() => setWithdrawing(true)}>
            {t('announcement.withdraw')}
          </Button>
        </div>
      ) : null}
      {withdrawing ? (
        <ReasonDialog
          title={t('announcement.withdraw')}
          hint={t('announcement.withdraw-hint')}
          onClose={() => setWithdrawing(false)}
          onReason={async (reason) => {
            await api.announcements.withdraw({ id, reason });
            await refreshAnnouncements();
          }}
        />
      ) : null}
    </Stack>
  );
}

function Reach({ id, mustConfirm }: { id: string; mustConfirm: boolean }) {
  const t = useT();
  const text = useLocaleText();
  const query = useQuery(orpc.announcements.reach.queryOptions({ input: { id } }));
  if (query.isPending) return <RowsSkeleton rows={2} />;
  if (!query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  const { units, ...all } = query.data;
  const told = units.flatMap(({ count, ...unit }) => (count ? [{ ...unit, count }] : []));
  const steps = ['concerned', 'reached', 'seen', ...(mustConfirm ? (['confirmed'] as const) : [])] as const;
  return (
    <section aria-labelledby="reach-title">
      <Title order={3} size="h4" id="reach-title" mb="xs">
        {t('announcement.reach')}
      </Title>
      <Counts counts={steps.map((step) => ({ key: step, label: t(`announcement.reach.${step}`), value: all[step] }))} />
      {told.length > 0 ? (
        <RowList aria-label={t('announcement.reach-by-unit')}>
          {told.map(({ unitId, name, count }) => (
            <li key={unitId ?? 'none'}>
              <bdi>{name ? text(name) : t('announcement.without-unit')}</bdi>
              <Text span size="sm" c="dimmed">
                {t(mustConfirm ? 'announcement.confirmed-of' : 'announcement.seen-of', {
                  seen: mustConfirm ? count.confirmed : count.seen,
                  concerned: count.concerned,
                })}
              </Text>
            </li>
          ))}
        </RowList>
      ) : null}
      {units.length > told.length ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('announcement.too-few', { count: units.length - told.length })}
        </Text>
      ) : null}
    </section>
  );
}
