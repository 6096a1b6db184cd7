// Shows what a country brings: today, a number and the week, as they will be written.
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '#contract/common.ts';
import { countryPacks, type CountryCode } from '#kernel/country-packs.ts';
import { weekdayNames } from '#kernel/calendar/names.ts';
import { resolveDigits } from '#kernel/calendar/settings.ts';
import { directionOf } from '#web/lib/direction.ts';
import { makeFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import classes from './front-page.module.css';

export function SetUpPreview({ country, language }: { country: CountryCode; language: Language }) {
  const t = useT();
  const pack = countryPacks[country];
  const format = makeFormat({ ...pack, language, digits: resolveDigits(pack.digits, language) });
  const now = new Date().toISOString();
  const names = weekdayNames[language];
  const comma = language === 'en' ? ', ' : '، ';
  return (
    <aside className={classes['preview']} aria-live="polite">
      <Title order={2} size="h3">
        {t('app.setup-preview')}
      </Title>
      <dl>
        <Line language={language} term={t('app.setup-preview.today')}>
          <Text fw={600}>{format.date(now, 'full')}</Text>
        </Line>
        <Line language={language} term={t('app.setup-preview.other')}>
          {format.otherDate(now)}
        </Line>
        <Line language={language} term={t('app.setup-preview.clock')}>
          {format.time(now)}{' '}
          <Text span c="dimmed" size="sm">
            <Ltr>{pack.timeZone}</Ltr>
          </Text>
        </Line>
        <Line language={language} term={t('app.setup-preview.number')}>
          {format.number(12_480)}
        </Line>
        <Line language={language} term={t('app.setup-preview.week')}>
          {names[pack.weekStart]}
        </Line>
        <Line language={language} term={t('app.setup-preview.weekend')}>
          {pack.weekendDays.map((day) => names[day]).join(comma)}
        </Line>
      </dl>
    </aside>
  );
}

function Line({ term, language, children }: { term: string; language: Language; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi lang={language} dir={directionOf(language)}>
          {children}
        </bdi>
      </dd>
    </div>
  );
}
