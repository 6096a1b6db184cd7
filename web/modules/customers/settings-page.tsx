// Settings of customers: fields of the organisation's own, lists of choices, regions, who sees what, and how long it is kept.
import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { Page } from '#web/ui/page.tsx';
import { ChoiceSettings } from './choice-settings.tsx';
import { FieldSettings } from './field-settings.tsx';
import { RegionSettings } from './region-settings.tsx';
import { RetentionSettings } from './retention-settings.tsx';
import { RightsSettings } from './rights-settings.tsx';
import { settingsViews, type SettingsView } from './settings-views.ts';

const route = getRouteApi('/shell/settings/customers');
const parts = {
  fields: FieldSettings,
  lists: ChoiceSettings,
  regions: RegionSettings,
  rights: RightsSettings,
  retention: RetentionSettings,
};

export function CustomerSettingsPage() {
  const t = useT();
  const { view = 'fields' } = route.useSearch();
  const go = route.useNavigate();
  const Part = parts[view];
  return (
    <Page
      title={t('customer.settings')}
      purpose={t(`customer.settings-purpose.${view}`)}
      filters={
        <SegmentedControl
          aria-label={t('customer.settings-view')}
          value={view}
          onChange={(chosen) => void go({ search: { view: chosen as SettingsView }, replace: true })}
          data={settingsViews.map((value) => ({ value, label: t(`customer.settings-view.${value}`) }))}
        />
      }
    >
      <Part />
    </Page>
  );
}
