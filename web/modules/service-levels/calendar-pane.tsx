// The open calendar: its year, or the form that changes it; below, what can be done with it as a whole.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarDown, IconStar, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { notifications } from '#web/lib/notices.ts';
import { saveFile } from '#web/lib/save-file.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateText } from '#web/ui/date-text.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Ltr } from '#web/ui/ltr.tsx';
import { WordFilter } from '#web/ui/word-filter.tsx';
import { ChangeCalendar } from './change-calendar.tsx';
import { type Calendar, refreshCalendars } from './use-calendars.ts';
import { namesOf } from './names-of.ts';
import { YearView } from './year-view.tsx';

export type CalendarPaneProps = {
  calendar: Calendar;
  view: 'year' | 'edit';
  mayManage: boolean;
  onView: (view: 'year' | 'edit') => void;
  onRemoved: () => void;
};

export function CalendarPane({ calendar, view, mayManage, onView, onRemoved }: CalendarPaneProps) {
  const t = useT();
  return (
    <Stack gap="lg">
      {mayManage ? (
        <WordFilter
          label={t('working-calendar.view')}
          value={view}
          choices={[
            { value: 'year', label: t('working-calendar.view.year') },
            { value: 'edit', label: t('working-calendar.view.edit') },
          ]}
          onChange={onView}
        />
      ) : null}
      {view === 'edit' ? (
        <ChangeCalendar calendar={calendar} />
      ) : (
        <>
          <CalendarYear calendar={calendar} />
          <SaveIcs calendar={calendar} />
          {mayManage ? <CalendarActs calendar={calendar} onRemoved={onRemoved} /> : null}
        </>
      )}
    </Stack>
  );
}

function CalendarYear({ calendar }: { calendar: Calendar }) {
  const t = useT();
  const names = useMemo(() => namesOf(calendar), [calendar]);
  return (
    <>
      <YearView calendar={calendar} names={names} />
      <Text size="sm" c="dimmed">
        {t('working-calendar.time-zone')} <Ltr>{calendar.timeZone}</Ltr> · {t('working-calendar.changed')}{' '}
        <DateText value={calendar.changedAt} />
        {calendar.changedBy ? (
          <>
            {' '}
            · <bdi>{calendar.changedBy}</bdi>
          </>
        ) : null}
      </Text>
    </>
  );
}

/** This year and the next, as other programs read it. */
function SaveIcs({ calendar }: { calendar: Calendar }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const saving = useMutation({
    mutationFn: async () => {
      const year = Number(format.dayOf(new Date().toISOString()).slice(0, 4));
      const period = { from: `${year}-01-01`, until: `${year + 1}-12-31` };
      const answer = await api.serviceLevels.exportIcs({ id: calendar.id, ...period });
      saveFile(answer.text, `${text(calendar.name)}.ics`, 'text/calendar');
    },
  });
  return (
    <div>
      <ErrorNote error={saving.error} />
      <Button
        variant="subtle"
        leftSection={<IconCalendarDown size={16} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('working-calendar.ics-save')}
      </Button>
    </div>
  );
}

function CalendarActs({ calendar, onRemoved }: { calendar: Calendar; onRemoved: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const [removing, setRemoving] = useState(false);
  const preference = useMutation({
    mutationFn: () => api.serviceLevels.makeDefault({ id: calendar.id }),
    onSuccess: async () => {
      await refreshCalendars();
      notifications.show({ message: t('working-calendar.made-default') });
    },
  });
  const removal = useMutation({
    mutationFn: () => api.serviceLevels.removeCalendar({ id: calendar.id }),
    onSuccess: async () => {
      setRemoving(false);
      onRemoved();
      await refreshCalendars();
    },
  });
  if (calendar.isDefault)
    return (
      <Text size="sm" c="dimmed">
        {t('working-calendar.default-hint')}
      </Text>
    );
  return (
    <>
      <ErrorNote error={preference.error} />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconStar size={16} aria-hidden />}
          loading={preference.isPending}
          onClick={() => preference.mutate()}
        >
          {t('working-calendar.make-default')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setRemoving(true)}
        >
          {t('working-calendar.remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={removing}
        onClose={() => {
          setRemoving(false);
          removal.reset();
        }}
        onConfirm={() => removal.mutate()}
        title={t('working-calendar.remove')}
        confirmLabel={t('working-calendar.remove')}
        danger
        busy={removal.isPending}
        error={removal.error}
      >
        {t('working-calendar.remove-means', { name: text(calendar.name) })}
      </ConfirmDialog>
    </>
  );
}
