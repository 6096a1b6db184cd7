// One's own name and language; another language loads the page anew.
import { notifications } from '#web/lib/notices.ts';
import { z } from 'zod';
import { Language, Line } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { languageNames, languages, switchLanguage } from '#web/lib/direction.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { queryClient } from '#web/lib/query.ts';
import { sessionQuery, useSession } from '#web/lib/session.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshPeople } from './use-people.ts';

const Entry = z.object({ name: Line, language: Language.nullable() });

export function OwnForm() {
  const t = useT();
  const shown = useLanguage();
  const { person, organisation } = useSession();
  const form = useZodForm(Entry, { name: person.name, language: person.language });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await api.organisation.updateMe(values);
        const language = values.language ?? organisation.language;
        if (language !== shown) return switchLanguage(language);
        await Promise.all([queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }), refreshPeople()]);
        notifications.show({ message: t('organisation.saved') });
      }}
    >
      <TextField name="name" label={t('organisation.own-name')} autoComplete="name" required />
      <SelectField
        name="language"
        label={t('organisation.own-language')}
        hint={t('organisation.own-language-hint', { language: languageNames[organisation.language] })}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        clearable
      />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
