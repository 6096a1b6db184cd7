// A form as it will be filled in: in each language, as wide as the page or as a phone, for staff or for customers. It can be tried.
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Language } from '#contract/common.ts';
import type { FormVersion } from '#contract/forms.ts';
import type { Audience } from '#kernel/forms/shown-fields.ts';
import { directionOf, languageNames, languages } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { initialAnswers, type EnteredAnswers } from './entered-answers.ts';
import { FormFields } from './form-fields.tsx';
import classes from './forms.module.css';

export function Preview({ definition }: { definition: FormVersion['definition'] }) {
  const t = useT();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [width, setWidth] = useState<'page' | 'phone'>('page');
  const [audience, setAudience] = useState<Audience>('staff');
  const form = useForm<{ tried: EnteredAnswers }>({ defaultValues: { tried: initialAnswers(definition) } });
  return (
    <section className={classes['preview']} aria-label={t('form.show.preview')}>
      <WordFilter
        label={t('form.preview-language')}
        value={language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={setLanguage}
      />
      <WordFilter
        label={t('form.preview-for')}
        value={audience}
        choices={(['staff', 'customer'] as const).map((value) => ({ value, label: t(`form.preview-for.${value}`) }))}
        onChange={setAudience}
      />
      <WordFilter
        label={t('form.preview-width')}
        value={width}
        choices={(['page', 'phone'] as const).map((value) => ({ value, label: t(`form.preview-width.${value}`) }))}
        onChange={setWidth}
      />
      <div className={classes['paper']} data-width={width} dir={directionOf(language)} lang={language}>
        {definition.sections.every(({ fields }) => fields.length === 0) ? (
          <p className={classes['quiet']} lang={own} dir={directionOf(own)}>
            {t('form.preview-empty')}
          </p>
        ) : (
          <FormProvider {...form}>
            <FormFields definition={definition} name="tried" audience={audience} language={language} />
          </FormProvider>
        )}
      </div>
    </section>
  );
}
