// Mails that arrived and what became of each, with the chosen one beside the list.
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { Page } from '#web/ui/page.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { receivedStates } from './mail-states.ts';
import { ReceivedList } from './received-list.tsx';

const route = getRouteApi('/shell/received-mails');

export function ReceivedPage() {
  const t = useT();
  const { state, mail } = route.useSearch();
  const go = route.useNavigate();
  const show = (wanted: typeof state) => void go({ search: wanted ? { state: wanted } : {}, replace: true });
  return (
    <Page
      title={t('channels.received')}
      purpose={t('channels.received-purpose')}
      filters={
        <WordFilter
          label={t('channels.became')}
          value={state ?? 'all'}
          choices={[
            { value: 'all', label: t('channels.state.all') },
            ...receivedStates.map((value) => ({ value, label: t(`channels.received.${value}`) })),
          ]}
          onChange={(chosen) => show(chosen === 'all' ? undefined : chosen)}
        />
      }
    >
      <ReceivedList
        state={state}
        openId={mail}
        onOpen={(id) => void go({ search: (before) => ({ ...before, mail: id }) })}
        onShowAll={() => show(undefined)}
      />
    </Page>
  );
}
