// Setting of the customer tree: whether members move as soon as their data change, or a person decides.
import { notifications } from '#web/lib/notices.ts';
import { useQuery } from '@tanstack/react-query';
import { SegmentSettings } from '#contract/segments.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RadioField } from '#web/ui/form/choice-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';

const settingsQuery = orpc.segments.getSettings.queryOptions({ input: {} });

export function SegmentSettingsPage() {
  const t = useT();
  const query = useQuery(settingsQuery);
  return (
    <Page title={t('segment.settings')} purpose={t('segment.settings-purpose')} width="reading">
      {query.isPending ? <TextSkeleton lines={5} /> : null}
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.data ? <SettingsForm settings={query.data} /> : null}
    </Page>
  );
}

const choices = ['at-once', 'propose'] as const;

function SettingsForm({ settings }: { settings: SegmentSettings }) {
  const t = useT();
  const form = useZodForm(SegmentSettings, settings);
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        queryClient.setQueryData(settingsQuery.queryKey, await api.segments.updateSettings(values));
        notifications.show({ message: t('segment.saved') });
      }}
    >
      <RadioField
        name="moves"
        label={t('segment.settings-moves')}
        choices={choices.map((value) => ({
          value,
          label: t(`segment.settings-moves.${value}`),
          hint: t(`segment.settings-moves.${value}-hint`),
        }))}
      />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}
