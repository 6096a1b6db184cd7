// Settings of cases: how long silence lasts, when the customer is reminded, how long a case may be reopened.
import { useQuery } from '@tanstack/react-query';
import { notifications } from '#web/lib/notices.ts';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { CaseSettings } from '#contract/cases.ts';
import { parseNumber } from '#kernel/digits.ts';
import { TextInput } from '@mantine/core';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { orpc, queryClient } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { NumberField } from '#web/ui/form/number-field.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { type FieldProps, inputProps, useField } from '#web/ui/form/use-field.ts';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { SettingsMeaning } from './settings-meaning.tsx';

const settingsQuery = orpc.cases.getSettings.queryOptions({ input: {} });

export function CaseSettingsPage() {
  const t = useT();
  const query = useQuery(settingsQuery);
  return (
    <Page title={t('case.settings')} purpose={t('case.settings.purpose')} width="reading">
      {query.isPending ? <TextSkeleton lines={8} /> : null}
      {query.isError ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? <SettingsForm settings={query.data} /> : null}
    </Page>
  );
}

function SettingsForm({ settings }: { settings: CaseSettings }) {
  const t = useT();
  const form = useZodForm(CaseSettings, settings);
  const now = useWatch({ control: form.control });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const saved = await api.cases.updateSettings(values);
        queryClient.setQueryData(settingsQuery.queryKey, saved);
        form.reset(saved);
        notifications.show({ message: t('case.settings.saved') });
      }}
    >
      <NumberField
        name="lapseDays"
        label={t('case.settings.lapse')}
        hint={t('case.settings.lapse-hint')}
        unit={t('case.days')}
        required
      />
      <DaysField name="reminderDays" label={t('case.settings.reminders')} hint={t('case.settings.reminders-hint')} />
      <NumberField
        name="reopenDays"
        label={t('case.settings.reopen')}
        hint={t('case.settings.reopen-hint')}
        unit={t('case.days')}
        required
      />
      <SettingsMeaning settings={now} />
      <SubmitButton>{t('ui.save')}</SubmitButton>
    </Form>
  );
}

/** Several days in one line, with any digits and any comma. */
function DaysField(props: FieldProps) {
  const field = useField<number[]>(props);
  const format = useFormat();
  const t = useT();
  const written = field.value.map((day) => (Number.isNaN(day) ? '' : format.number(day))).join(t('case.list-joint'));
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      ref={field.ref}
      inputMode="text"
      value={typed ?? written}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const parts = event.currentTarget.value.split(/[\s,،؛;]+/).filter((part) => part !== '' && part !== 'و');
        field.change(parts.map((part) => parseNumber(part) ?? Number.NaN));
      }}
      onBlur={() => {
        // What is no number stays as it was typed, so that it can be mended.
        if (!field.value.some(Number.isNaN)) setTyped(null);
        field.blur();
      }}
    />
  );
}
