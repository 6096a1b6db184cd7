// Part of one's own profile: when mail tells of notices, for each group of them.
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NotificationDelivery, NotificationGroup, NotificationPreferences } from '#contract/notifications.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SelectField } from '#web/ui/form/select-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';

export function Preferences() {
  const t = useT();
  const { data, error, isPending, refetch } = useQuery(orpc.notifications.getPreferences.queryOptions({ input: {} }));
  return (
    <section aria-labelledby="notifications">
      <Title order={2} id="notifications" mb="sm">
        {t('notification.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('notification.preferences-purpose')}
      </Text>
      <ErrorNote error={error} retry={() => void refetch()} />
      {isPending ? <TextSkeleton /> : null}
      {data ? <Choices chosen={data} /> : null}
    </section>
  );
}

function Choices({ chosen }: { chosen: NotificationPreferences }) {
  const t = useT();
  const form = useZodForm(NotificationPreferences, chosen);
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await api.notifications.putPreferences(values);
        await queryClient.invalidateQueries({ queryKey: orpc.notifications.getPreferences.key() });
        notifications.show({ message: t('notification.preferences-saved') });
      }}
    >
      {NotificationGroup.options.map((group) => (
        <SelectField
          key={group}
          name={group}
          label={t(`notification.group.${group}`)}
          choices={NotificationDelivery.options.map((value) => ({
            value,
            label: t(`notification.delivery.${value}`),
          }))}
        />
      ))}
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
