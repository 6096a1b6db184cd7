// The form of the mail server; a stored password is never shown, only kept, replaced or removed.
import { notifications } from '#web/lib/notices.ts';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { MailSettings } from '#contract/channels.ts';
import { Email } from '#contract/common.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { SwitchField } from '#web/ui/form/switch-field.tsx';
import { CodeField, EmailField, PasswordField, TextField } from '#web/ui/form/text-field.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { refreshOutbox } from './use-outbox.ts';

/** A field that was emptied says nothing instead of an empty text. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => schema.optional().transform((value) => value || null);
const Entry = z.object({
  host: orNothing(z.string().trim().max(255)),
  port: MailSettings.shape.port,
  security: MailSettings.shape.security,
  user: orNothing(z.string().max(255)),
  fromAddress: orNothing(Email),
  fromName: orNothing(z.string().trim().max(120)),
  password: z.string().max(500),
  forget: z.boolean(),
});
type Settings = Awaited<ReturnType<typeof api.channels.getMailSettings>>;

export function MailSettingsForm({ settings }: { settings: Settings }) {
  const t = useT();
  const form = useZodForm(Entry, {
    host: settings.host ?? undefined,
    port: settings.port,
    security: settings.security,
    user: settings.user ?? undefined,
    fromAddress: settings.fromAddress ?? undefined,
    fromName: settings.fromName ?? '',
    password: '',
    forget: false,
  });
  const forget = useWatch({ control: form.control, name: 'forget' });

  async function save({ password, forget: forgotten, ...values }: z.output<typeof Entry>): Promise<void> {
    const saved = await api.channels.updateMailSettings({
      ...values,
      ...(forgotten ? { password: null } : password ? { password } : {}),
    });
    queryClient.setQueryData(orpc.channels.getMailSettings.queryKey({ input: {} }), saved);
    form.setValue('password', '');
    form.setValue('forget', false);
    await refreshOutbox();
    notifications.show({ message: t('channels.saved') });
  }

  return (
    <Form form={form} onSubmit={save}>
      <CodeField name="host" label={t('channels.host')} hint={t('channels.host-hint')} autoComplete="off" />
      <RadioField
        name="security"
        label={t('channels.security')}
        choices={(['starttls', 'tls', 'none'] as const).map((value) => ({
          value,
          label: t(`channels.security.${value}`),
          hint: t(`channels.security.${value}-hint`),
        }))}
      />
      <NumberField name="port" label={t('channels.port')} hint={t('channels.port-hint')} required />
      <CodeField name="user" label={t('channels.user')} autoComplete="off" />
      <PasswordField
        name="password"
        label={t('channels.password')}
        hint={t(settings.hasPassword ? 'channels.password-stored' : 'channels.password-none')}
        showLabel={t('channels.show-password')}
        autoComplete="new-password"
        disabled={forget}
      />
      {settings.hasPassword ? <SwitchField name="forget" label={t('channels.password-forget')} /> : null}
      <EmailField
        name="fromAddress"
        label={t('channels.from-address')}
        hint={t('channels.from-address-hint')}
        autoComplete="off"
      />
      <TextField
        name="fromName"
        label={t('channels.from-name')}
        hint={t('channels.from-name-hint')}
        autoComplete="off"
      />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
