// What a form asks, at one glance: the labels of its fields, for whoever will fill it in later.
import type { FormVersion } from '#contract/forms.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { wordsIn } from './words-in.ts';
import classes from './forms.module.css';

export function FormOutline({ definition }: { definition: FormVersion['definition'] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className={classes['outline']}>
      {definition.sections.flatMap(({ fields }) =>
        fields.map((field) => (
          <li key={field.key}>
            <span dir="auto">{wordsIn(field.label, language) || t('form.field-unnamed')}</span>
            {field.required ? <span className={classes['quiet']}> · {t('form.required')}</span> : null}
          </li>
        )),
      )}
    </ul>
  );
}
