// A name in up to three languages; the organisation's own language stands first and is asked for, the others may stay empty.
import { Input, TextInput } from '@mantine/core';
import type { LocaleText } from '#contract/common.ts';
import { directionOf, languageNames, languages } from '#web/lib/direction.ts';
import { useLanguage } from '#web/lib/i18n.ts';
import classes from './form.module.css';
import { type FieldProps, useField } from './use-field.ts';

export function LocaleTextField(props: FieldProps) {
  const field = useField<LocaleText | undefined>(props);
  const first = useLanguage();
  const value = field.value ?? {};
  return (
    <Input.Wrapper
      component="fieldset"
      bd={0}
      p={0}
      m={0}
      label={props.label}
      labelElement="div"
      description={props.hint}
      error={field.error}
      withAsterisk={props.required ?? false}
    >
      <div className={classes['languages']}>
        {[first, ...languages.filter((language) => language !== first)].map((language, index) => (
          <TextInput
            key={language}
            ref={index === 0 ? field.ref : undefined}
            aria-label={`${props.label} (${languageNames[language]})`}
            placeholder={languageNames[language]}
            lang={language}
            dir={directionOf(language)}
            error={Boolean(field.error) && index === 0}
            disabled={props.disabled ?? false}
            value={value[language] ?? ''}
            onChange={(event) => field.change({ ...value, [language]: event.currentTarget.value || undefined })}
            onBlur={field.blur}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
