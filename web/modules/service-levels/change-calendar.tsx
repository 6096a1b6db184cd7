// Changes a working calendar. When somebody else saved it meanwhile, what was typed stays, and a person decides which holds.
import { useRef, useState } from 'react';
import { WorkingCalendarInput } from '#contract/service-levels.ts';
import { api } from '#web/lib/api.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { isProblem } from '#web/lib/problem-error.ts';
import { Form } from '#web/ui/form/form.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { entryOf } from './calendar-entry.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { orderedIn } from './ordered-in.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { type Calendar, refreshCalendars } from './use-calendars.ts';
import { WhichHolds } from './which-holds.tsx';

export function ChangeCalendar({ calendar }: { calendar: Calendar }) {
  // Under the hands of the person who fills in the form nothing may change, whatever is saved meanwhile.
  const [begun, setBegun] = useState(calendar);
  return <ChangeForm key={begun.version} calendar={begun} onTaken={setBegun} />;
}

function ChangeForm({ calendar, onTaken }: { calendar: Calendar; onTaken: (theirs: Calendar) => void }) {
  const t = useT();
  const form = useZodForm(WorkingCalendarInput, entryOf(calendar));
  const version = useRef(calendar.version);
  const [theirs, setTheirs] = useState<Calendar | null>(null);
  const { id } = calendar;

  async function save(entered: WorkingCalendarInput): Promise<void> {
    const values = orderedIn(form, entered);
    try {
      const saved = await api.serviceLevels.changeCalendar({ ...values, id, version: version.current });
      version.current = saved.version;
      setTheirs(null);
      form.reset(entryOf(saved));
      await refreshCalendars();
      notifications.show({ message: t('working-calendar.saved') });
    } catch (error) {
      if (isProblem(error, 'working-calendar.changed-meanwhile'))
        setTheirs(await api.serviceLevels.getCalendar({ id }));
      throw error;
    }
  }

  return (
    <Form form={form} onSubmit={save}>
      <LeaveQuestion />
      {theirs ? (
        <WhichHolds
          theirs={theirs}
          onMine={() => (version.current = theirs.version)}
          onTheirs={() => onTaken(theirs)}
        />
      ) : null}
      <CalendarFields submitLabel={t('ui.save')} />
    </Form>
  );
}
