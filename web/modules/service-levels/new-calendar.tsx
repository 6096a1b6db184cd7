// Makes a working calendar, which begins as an ordinary office week of the organisation.
import { useState } from 'react';
import { WorkingCalendarInput } from '#contract/service-levels.ts';
import { api } from '#web/lib/api.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { notifications } from '#web/lib/notices.ts';
import { Form } from '#web/ui/form/form.tsx';
import { useZodForm } from '#web/ui/form/use-zod-form.ts';
import { freshCalendar } from './calendar-entry.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { orderedIn } from './ordered-in.ts';
import { LeaveQuestion } from '#web/ui/leave-question.tsx';
import { refreshCalendars } from './use-calendars.ts';

export function NewCalendar({ onMade }: { onMade: (id: string) => void }) {
  const t = useT();
  const { settings } = useFormat();
  const [initial] = useState(() => freshCalendar(settings));
  const form = useZodForm(WorkingCalendarInput, initial);
  return (
    <Form
      form={form}
      onSubmit={async (entered) => {
        const values = orderedIn(form, entered);
        const { id } = await api.serviceLevels.createCalendar(values);
        // Nothing is unsaved any more, so that leaving does not ask.
        form.reset(values);
        await refreshCalendars();
        notifications.show({ message: t('working-calendar.saved') });
        onMade(id);
      }}
    >
      <LeaveQuestion />
      <CalendarFields submitLabel={t('working-calendar.add')} />
    </Form>
  );
}
