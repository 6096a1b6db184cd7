// The set-up form with its live preview; when it is sent, the administrator is signed in at once.
import { useWatch } from 'react-hook-form';
import { useEffect, useRef } from 'react';
import { Stack } from '@mantine/core';
import type { z } from 'zod';
import { SetupInput } from '#contract/organisation.ts';
import { countryPacks } from '#kernel/country-packs.ts';
import { api } from '#web/lib/api.ts';
import { signIn } from '#web/lib/auth.ts';
import { keepLanguage, languageNames, languages } from '#web/lib/direction.ts';
import { loadLanguage, messageIn, useLanguage, useT } from '#web/lib/i18n.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { CodeField, EmailField, PasswordField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import classes from './front-page.module.css';
import { SetUpPreview } from './set-up-preview.tsx';
import { suggestSlug } from './suggest-slug.ts';

const countries = ['SA', 'AE', 'EG', 'IR', 'other'] as const;
type Values = z.input<typeof SetupInput> & { start: 'empty' | 'sample' };

export function SetUpForm({ token }: { token: string }) {
  const t = useT();
  const language = useLanguage();
  const country = language === 'fa' ? 'IR' : language === 'ar' ? 'SA' : 'other';
  const form = useZodForm<Values, z.output<typeof SetupInput>>(
    SetupInput as unknown as z.ZodType<z.output<typeof SetupInput>, Values>,
    {
      token,
      start: 'empty',
      sample: false,
      organisation: { name: {}, slug: '', country, language: countryPacks[country].language },
      administrator: { name: '', email: '', password: '' },
    },
  );
  const [start, name, chosen, tongue] = useWatch({
    control: form.control,
    name: ['start', 'organisation.name', 'organisation.country', 'organisation.language'],
  });
  useSuggestions(form, { start, name, country: chosen });

  async function create(values: z.output<typeof SetupInput>): Promise<void> {
    await api.organisation.setUp(values);
    const { email, password } = values.administrator;
    keepLanguage(values.organisation.language);
    await signIn({ email, password, rememberMe: false });
    location.assign('/');
  }

  return (
    <Form form={form} onSubmit={create}>
      <div className={classes['columns']}>
        <Stack gap="xl">
          {token === '' ? (
            <CodeField name="token" label={t('app.setup-token')} hint={t('app.setup-token-hint')} required />
          ) : null}
          <RadioField
            name="start"
            label={t('app.setup-start')}
            choices={[
              { value: 'empty', label: t('app.setup-start.empty'), hint: t('app.setup-start.empty-hint') },
              { value: 'sample', label: t('app.setup-start.sample'), hint: t('app.setup-start.sample-hint') },
            ]}
          />
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('app.setup-organisation')}</legend>
            {start === 'empty' ? (
              <>
                <LocaleTextField
                  name="organisation.name"
                  label={t('app.setup-name')}
                  hint={t('app.setup-name-hint')}
                  required
                />
                <CodeField
                  name="organisation.slug"
                  label={t('app.setup-slug')}
                  hint={t('app.setup-slug-hint')}
                  required
                  maxLength={40}
                />
              </>
            ) : null}
            <SelectField
              name="organisation.country"
              label={t('app.setup-country')}
              hint={t('app.setup-country-hint')}
              choices={countries.map((value) => ({ value, label: t(`app.country.${value}`) }))}
            />
            <SelectField
              name="organisation.language"
              label={t('app.setup-language')}
              choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
          </Stack>
        </Stack>
        <SetUpPreview country={chosen} language={tongue} />
        <Stack gap="xl">
          <Stack component="fieldset" className={classes['group'] ?? ''}>
            <legend>{t('app.setup-administrator')}</legend>
            <TextField name="administrator.name" label={t('app.your-name')} autoComplete="name" required />
            <EmailField name="administrator.email" label={t('app.email')} autoComplete="username" required />
            <PasswordField
              name="administrator.password"
              label={t('app.password')}
              hint={t('app.password-hint')}
              showLabel={t('app.show-password')}
              autoComplete="new-password"
              required
            />
          </Stack>
          <SubmitButton>{t('app.setup-submit')}</SubmitButton>
        </Stack>
      </div>
    </Form>
  );
}

type Watched = {
  start: Values['start'];
  name: Values['organisation']['name'];
  country: Values['organisation']['country'];
};

/** Fills in what follows from other answers, as long as the person has not written it. */
function useSuggestions(
  form: ReturnType<typeof useZodForm<Values, z.output<typeof SetupInput>>>,
  { start, name, country }: Watched,
): void {
  const before = useRef(country);
  useEffect(() => {
    if (before.current !== country) form.setValue('organisation.language', countryPacks[country].language);
    before.current = country;
  }, [form, country]);

  useEffect(() => {
    if (start === 'empty' && !form.getFieldState('organisation.slug').isDirty)
      form.setValue('organisation.slug', suggestSlug(name));
  }, [form, start, name]);

  useEffect(() => {
    form.setValue('sample', start === 'sample');
    if (start === 'sample') void fillSample();
    else form.setValue('organisation.name', {});

    async function fillSample(): Promise<void> {
      await Promise.all(languages.map(loadLanguage));
      const inAll = Object.fromEntries(
        languages.map((language) => [language, messageIn(language, 'app.setup-sample-name')]),
      );
      form.setValue('organisation.name', inAll);
      form.setValue('organisation.slug', 'sample');
    }
  }, [form, start]);
}
