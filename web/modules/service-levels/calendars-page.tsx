// Working calendars: the list of them, and the open one beside it as a year to look at or, taking the whole page, to change.
import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useMay } from '#web/lib/permissions.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { type Detail, ListAndDetail } from '#web/ui/list-and-detail.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { OpenRow } from '#web/ui/open-row.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowsSkeleton } from '#web/ui/waiting.tsx';
import { CalendarPane } from './calendar-pane.tsx';
import { NewCalendar } from './new-calendar.tsx';
import { useCalendars } from './use-calendars.ts';
import classes from './calendars.module.css';

const route = getRouteApi('/shell/settings/working-calendars');

export function CalendarsPage() {
  const t = useT();
  const text = useLocaleText();
  const mayManage = useMay('working-calendar.manage');
  const query = useCalendars();
  const { calendar: wanted, view = 'year' } = route.useSearch();
  const go = route.useNavigate();
  const open = query.data?.items.find(({ id }) => id === wanted);
  const show = (calendar?: string, next?: 'year' | 'edit') =>
    void go({ search: { ...(calendar ? { calendar } : {}), ...(next ? { view: next } : {}) } });
  const isNew = wanted === 'new' && mayManage;
  const edits = mayManage && view === 'edit';

  function detail(): Detail | null {
    if (!wanted || !query.data) return null;
    if (isNew)
      return {
        id: 'new',
        title: t('working-calendar.add'),
        content: <NewCalendar onMade={(id) => show(id, 'year')} />,
      };
    if (!open)
      return {
        id: wanted,
        title: t('working-calendar.title'),
        content: <EmptyState title={t('problem.working-calendar.not-found')} />,
      };
    return {
      id: open.id,
      title: <bdi>{text(open.name)}</bdi>,
      content: (
        <CalendarPane
          key={open.id}
          calendar={open}
          view={edits ? 'edit' : 'year'}
          mayManage={mayManage}
          onView={(next) => show(open.id, next)}
          onRemoved={() => show()}
        />
      ),
    };
  }

  return (
    <Page
      title={t('working-calendar.title')}
      purpose={t('working-calendar.purpose')}
      action={
        mayManage && !isNew && !(open && edits) ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('new', 'edit')}>
            {t('working-calendar.add')}
          </Button>
        ) : null
      }
    >
      <ErrorNote error={query.error} retry={() => void query.refetch()} />
      {query.isPending ? <RowsSkeleton rows={3} /> : null}
      {query.data ? (
        <ListAndDetail detail={detail()} onClose={() => show()} room={isNew || (open && edits) ? 'all' : 'most'}>
          <ul className={classes['list']} aria-label={t('working-calendar.title')}>
            {query.data.items.map((calendar) => (
              <li key={calendar.id}>
                <OpenRow open={calendar.id === wanted} onOpen={() => show(calendar.id, 'year')}>
                  <span className={classes['name']}>
                    <bdi>{text(calendar.name)}</bdi>
                    {calendar.isDefault ? (
                      <Badge variant="default" tt="none">
                        {t('working-calendar.default')}
                      </Badge>
                    ) : null}
                  </span>
                  <Text span size="sm" className={classes['quiet'] ?? ''}>
                    <Ltr>{calendar.timeZone}</Ltr>
                  </Text>
                </OpenRow>
              </li>
            ))}
          </ul>
        </ListAndDetail>
      ) : null}
    </Page>
  );
}
