// Changes a person's name and roles; one's own roles are another administrator's to change.
import { Text } from '@mantine/core';
import { notifications } from '#web/lib/notices.ts';
import { z } from 'zod';
import { Line } from '#contract/common.ts';
import { Role } from '#contract/organisation.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { useSession } from '#web/lib/session.ts';
import { CheckboxesField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { roleChoices, roleNames } from './roles.ts';
import { type Person, refreshPeople } from './use-people.ts';

const Entry = z.object({ name: Line, roles: z.array(Role) });

export function PersonForm({ person }: { person: Person }) {
  const t = useT();
  const own = useSession().person.id === person.id;
  const form = useZodForm(Entry, { name: person.name, roles: person.roles });
  return (
    <Form
      form={form}
      onSubmit={async ({ name, roles }) => {
        await api.organisation.updatePerson({ id: person.id, name, ...(own ? {} : { roles }) });
        await refreshPeople();
        notifications.show({ message: t('organisation.saved') });
      }}
    >
      <TextField name="name" label={t('organisation.name')} required />
      {own ? (
        <div>
          <Text fw={500}>{t('organisation.roles')}</Text>
          <Text>{roleNames(t, person.roles)}</Text>
          <Text c="dimmed" size="sm">
            {t('organisation.own-roles')}
          </Text>
        </div>
      ) : (
        <CheckboxesField name="roles" label={t('organisation.roles')} choices={roleChoices(t)} />
      )}
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
