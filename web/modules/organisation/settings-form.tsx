// The form of the settings; saving shows the whole app in the new words, calendar, digits and colour at once.
import { Stack } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { OrganisationSettings } from '#contract/organisation.ts';
import { weekdayNames } from '#kernel/calendar/names.ts';
import { customerWords, nameCustomer } from '#kernel/customer-word.ts';
import { isolate } from '#kernel/text/isolate.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages, switchLanguage } from '#web/lib/direction.ts';
import { setFormatSettings, settingsOf } from '#web/lib/format.ts';
import { applyCustomerWord, useLanguage, useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { sessionQuery } from '#web/lib/session.ts';
import { CheckboxesField, RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { ColourField } from './colour-field.tsx';
import classes from './settings.module.css';
import { SettingsPreview } from './settings-preview.tsx';
import { timeZones } from './time-zones.ts';

const Day = z.enum(['0', '1', '2', '3', '4', '5', '6']);
// Fields of choice know only strings.
const Entry = OrganisationSettings.extend({
  slug: z
    .string()
    .trim()
    .refine((text) => OrganisationSettings.shape.slug.safeParse(text).success, { error: 'slug' }),
  weekStart: Day.transform(Number),
  weekend: z
    .array(Day)
    .max(6)
    .transform((days) => days.map(Number)),
});

type Settings = Awaited<ReturnType<typeof api.organisation.getSettings>>;

export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useT();
  const language = useLanguage();
  const zones = useMemo(() => timeZones(language), [language]);
  const days = weekdayNames[language].map((label, value) => ({ value: String(value), label }));
  const form = useZodForm(Entry, {
    ...settings,
    weekStart: String(settings.weekStart) as z.infer<typeof Day>,
    weekend: settings.weekend.map((day) => String(day) as z.infer<typeof Day>),
  });
  const values = useWatch({ control: form.control }) as z.input<typeof Entry>;

  async function save(entry: z.output<typeof Entry>): Promise<void> {
    const saved = await api.organisation.updateSettings(entry);
    queryClient.setQueryData(orpc.organisation.getSettings.queryKey({ input: {} }), saved);
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    const session = queryClient.getQueryData(sessionQuery.queryKey);
    if (session) setFormatSettings(settingsOf(session));
    await applyCustomerWord(saved.customerWord);
    // Somebody without a language of their own reads in that of the organisation.
    if (session && session.language !== language) switchLanguage(session.language);
    else notifications.show({ message: t('organisation.saved') });
  }

  return (
    <Form form={form} onSubmit={save}>
      <div className={classes['columns']}>
        <Stack gap="xl">
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('organisation.settings-name')}</legend>
            <LocaleTextField name="name" label={t('organisation.organisation-name')} required />
            <CodeField
              name="slug"
              label={t('organisation.slug')}
              hint={t('organisation.slug-hint')}
              required
              maxLength={40}
            />
            <RadioField
              name="customerWord"
              label={t('organisation.customer-word')}
              hint={t('organisation.customer-word-hint')}
              choices={customerWords.map((value) => ({
                value,
                label: nameCustomer('[Customer]', language, value),
                hint: languages
                  .filter((other) => other !== language)
                  .map((other) => isolate(nameCustomer('[customer]', other, value)))
                  .join(' · '),
              }))}
            />
          </Stack>
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('organisation.settings-region')}</legend>
            <SelectField
              name="country"
              label={t('organisation.country')}
              hint={t('organisation.country-hint')}
              choices={(['SA', 'AE', 'EG', 'IR', 'other'] as const).map((value) => ({
                value,
                label: t(`organisation.country.${value}`),
              }))}
            />
            <SelectField
              name="language"
              label={t('organisation.language')}
              hint={t('organisation.organisation-language-hint')}
              choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
            <SelectField name="timeZone" label={t('organisation.time-zone')} choices={zones} searchable />
          </Stack>
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('organisation.settings-calendar')}</legend>
            <RadioField
              name="calendar"
              label={t('organisation.calendar')}
              choices={(['gregory', 'islamic-umalqura', 'persian'] as const).map((value) => ({
                value,
                label: t(`organisation.calendar.${value}`),
              }))}
            />
            <RadioField
              name="digits"
              label={t('organisation.digits')}
              choices={(['latn', 'arab', 'arabext'] as const).map((value) => ({
                value,
                label: t(`organisation.digits.${value}`),
              }))}
            />
            <SelectField name="weekStart" label={t('organisation.week-start')} choices={days} />
            <CheckboxesField name="weekend" label={t('organisation.weekend')} choices={days} />
          </Stack>
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('organisation.settings-look')}</legend>
            <ColourField name="primaryColour" label={t('organisation.colour')} />
          </Stack>
          <SubmitButton>{t('ui.save')}</SubmitButton>
        </Stack>
        <SettingsPreview
          settings={{ ...values, weekStart: Number(values.weekStart), weekend: values.weekend.map(Number) }}
        />
      </div>
    </Form>
  );
}
