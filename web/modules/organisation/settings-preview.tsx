// How words, dates, numbers, the week and the head of a letter will look with the settings as they stand in the form.
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { OrganisationSettings } from '#contract/organisation.ts';
import { weekdayNames } from '#kernel/calendar/names.ts';
import { directionOf } from '#web/lib/direction.ts';
import { makeFormat, settingsOf } from '#web/lib/format.ts';
import { loadLanguage, messageIn, messageWith, useT } from '#web/lib/i18n.ts';
import { localeText } from '#web/lib/locale-text.ts';
import { shadesOf } from '#web/lib/shades-of.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './settings.module.css';

export function SettingsPreview({ settings }: { settings: OrganisationSettings }) {
  const t = useT();
  const { language } = settings;
  const format = makeFormat(settingsOf({ organisation: { id: '', ...settings }, language }));
  // Letters and samples speak the language of the organisation, whatever the reader of this page speaks.
  const loaded = useQuery({
    queryKey: ['language', language],
    queryFn: async () => {
      await loadLanguage(language);
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const now = new Date().toISOString();
  const names = weekdayNames[language];
  const valid = settings.primaryColour && /^#[0-9a-f]{6}$/i.test(settings.primaryColour);
  const colour = valid && settings.primaryColour ? shadesOf(settings.primaryColour)[6] : '#17654f';
  return (
    <aside className={classes['preview']} aria-label={t('organisation.preview')}>
      <Title order={2} size="h3">
        {t('organisation.preview')}
      </Title>
      <dl>
        <Line term={t('organisation.preview-word')} settings={settings}>
          {loaded ? messageWith(settings.customerWord, language, 'organisation.preview-word-text') : null}
        </Line>
        <Line term={t('organisation.preview-today')} settings={settings}>
          {format.date(now, 'full')}
        </Line>
        <Line term={t('organisation.preview-other')} settings={settings}>
          {format.otherDate(now)}
        </Line>
        <Line term={t('organisation.preview-number')} settings={settings}>
          {format.number(12_480.5)} · {format.percent(0.37)}
        </Line>
        <Line term={t('organisation.preview-week')} settings={settings}>
          {[...names.slice(settings.weekStart), ...names.slice(0, settings.weekStart)].map((name, index) => {
            const day = (settings.weekStart + index) % 7;
            return (
              <Fragment key={name}>
                <span className={classes['day']} data-off={settings.weekend.includes(day) || undefined}>
                  {name}
                </span>{' '}
              </Fragment>
            );
          })}
        </Line>
      </dl>
      <Text size="sm" c="dimmed" mt="md" mb={6}>
        {t('organisation.preview-letter')}
      </Text>
      <div lang={language} dir={directionOf(language)} className={classes['letter']}>
        <div className={classes['head']} style={{ borderColor: colour }}>
          <strong>
            <bdi>{localeText(settings.name, language)}</bdi>
          </strong>
          <span>{format.bothCalendars(now.slice(0, 10))}</span>
          <Ltr>C-{new Date().getUTCFullYear()}-000123</Ltr>
        </div>
        <span className={classes['button']} style={{ background: colour }}>
          {loaded ? messageIn(language, 'organisation.preview-action') : null}
        </span>
      </div>
    </aside>
  );
}

function Line({ term, settings, children }: { term: string; settings: OrganisationSettings; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi lang={settings.language} dir={directionOf(settings.language)}>
          {children}
        </bdi>
      </dd>
    </div>
  );
}
