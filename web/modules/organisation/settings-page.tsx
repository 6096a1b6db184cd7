// Settings of the organisation: its names, region, calendar and look, with a preview of what they do.
import { useQuery } from '@tanstack/react-query';
import { useT } from '#web/lib/i18n.ts';
import { orpc } from '#web/lib/query.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import { SettingsForm } from './settings-form.tsx';

export function SettingsPage() {
  const t = useT();
  const settings = useQuery({
    ...orpc.organisation.getSettings.queryOptions({ input: {} }),
    // Under the hands of the person who fills in the form nothing may change.
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={t('organisation.settings')} purpose={t('organisation.settings-purpose')}>
      <ErrorNote error={settings.error} retry={() => void settings.refetch()} />
      {settings.data ? (
        <SettingsForm settings={settings.data} />
      ) : settings.isPending ? (
        <TextSkeleton lines={12} />
      ) : null}
    </Page>
  );
}
