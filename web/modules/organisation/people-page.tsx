// People who work with Rida here, and the invitations that are on their way.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useMay } from '#web/lib/permissions.ts';
import { Page } from '#web/ui/page.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { TreeSelect } from '#web/ui/tree-select.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog, type Invitee } from './invite-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { useUnits } from './use-structure.ts';

const route = getRouteApi('/shell/people');

export function PeoplePage() {
  const t = useT();
  const mayManage = useMay('person.manage');
  const units = useUnits();
  const search = route.useSearch();
  const go = route.useNavigate();
  const [invitee, setInvitee] = useState<Invitee | null>(null);
  const invitations = mayManage && search.view === 'invitations';
  const change = (part: Partial<typeof search>) =>
    void go({ search: (before) => ({ ...before, ...part }), replace: true });
  const invite = () => setInvitee({});

  return (
    <Page
      title={t('organisation.people')}
      purpose={t('organisation.people-purpose')}
      action={
        mayManage ? (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={invite}>
            {t('organisation.invite')}
          </Button>
        ) : null
      }
      filters={
        <>
          {mayManage ? (
            <WordFilter
              label={t('organisation.people-view')}
              value={invitations ? 'invitations' : 'people'}
              choices={[
                { value: 'people', label: t('organisation.people') },
                { value: 'invitations', label: t('organisation.invitations') },
              ]}
              onChange={(view) => change({ view: view === 'invitations' ? view : undefined, person: undefined })}
            />
          ) : null}
          {invitations ? null : (
            <>
              <SearchBox
                label={t('organisation.search-people')}
                value={search.q ?? ''}
                onChange={(q) => change({ q: q || undefined })}
              />
              <TreeSelect
                entries={units}
                aria-label={t('organisation.unit')}
                placeholder={t('organisation.every-unit')}
                clearable
                value={search.unit ?? null}
                onChange={(unit) => change({ unit: unit ?? undefined })}
              />
            </>
          )}
        </>
      }
    >
      {invitations ? (
        <InvitationList onInvite={setInvitee} />
      ) : (
        <PeopleList
          q={search.q}
          unitId={search.unit}
          openId={search.person}
          onOpen={(person) => void go({ search: (before) => ({ ...before, person }) })}
          onInvite={mayManage ? invite : null}
        />
      )}
      {invitee ? <InviteDialog invitee={invitee} onClose={() => setInvitee(null)} /> : null}
    </Page>
  );
}
