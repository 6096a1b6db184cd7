// The outbox: letters that left or wait to leave, by state, with the chosen one beside the list.
import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { Page } from '#web/ui/page.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { outgoingStates } from './mail-states.ts';
import { OutboxCounts } from './outbox-counts.tsx';
import { OutboxList } from './outbox-list.tsx';

const route = getRouteApi('/shell/outbox');

export function OutboxPage() {
  const t = useT();
  const { state, mail } = route.useSearch();
  const go = route.useNavigate();
  const show = (wanted: typeof state) => void go({ search: wanted ? { state: wanted } : {}, replace: true });
  return (
    <Page
      title={t('channels.outbox')}
      purpose={t('channels.outbox-purpose')}
      filters={
        <WordFilter
          label={t('channels.state')}
          value={state ?? 'all'}
          choices={[
            { value: 'all', label: t('channels.state.all') },
            ...outgoingStates.map((value) => ({ value, label: t(`channels.state.${value}`) })),
          ]}
          onChange={(chosen) => show(chosen === 'all' ? undefined : chosen)}
        />
      }
    >
      <Stack gap="md">
        <OutboxCounts />
        <OutboxList
          state={state}
          openId={mail}
          onOpen={(id) => void go({ search: (before) => ({ ...before, mail: id }) })}
          onShowAll={() => show(undefined)}
        />
      </Stack>
    </Page>
  );
}
