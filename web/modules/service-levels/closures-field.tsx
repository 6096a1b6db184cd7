// Closures: what was or will be closed once, from one moment to another.
import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { freshClosure } from './calendar-entry.ts';
import { EntryRow } from './entry-row.tsx';
import { FaultLine } from './fault-line.tsx';
import type { Closure } from './use-calendars.ts';
import { usePlace } from './use-place.ts';
import { WallMomentField } from './wall-moment-field.tsx';
import { splitMoment } from './wall-moment.ts';
import classes from './calendar-form.module.css';

export function ClosuresField() {
  const t = useT();
  const format = useFormat();
  const rows = useFieldArray<WorkingCalendarInput, 'closures', 'key'>({ name: 'closures', keyName: 'key' });
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    const closure = freshClosure(format.dayOf(new Date().toISOString()));
    setAdded(closure.id);
    rows.append(closure);
  };
  return (
    <div>
      <ul className={classes['entries']}>
        {rows.fields.map(({ key, id }, index) => (
          <ClosureRow key={key} index={index} startsOpen={id === added} onRemove={() => rows.remove(index)} />
        ))}
      </ul>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('working-calendar.add-closure')}
      </Button>
    </div>
  );
}

function ClosureRow({ index, ...row }: { index: number; startsOpen: boolean; onRemove: () => void }) {
  const t = useT();
  const text = useLocaleText();
  const format = useFormat();
  const path = `closures.${index}`;
  const closure = useWatch({ name: path }) as Closure;
  const name = text(closure.name) || t('working-calendar.without-name');
  const place = usePlace(`${path}.id`, name);
  const words = (moment: string | null) => {
    const { date, minute } = splitMoment(moment);
    return date && minute !== null ? `${format.date(date)} ${format.clock(minute)}` : '…';
  };
  return (
    <EntryRow
      {...row}
      path={path}
      title={<bdi>{name}</bdi>}
      below={t('working-calendar.span', { from: words(closure.from), until: words(closure.until) })}
      removeLabel={t('working-calendar.remove-entry', { name })}
    >
      <div ref={place.ref}>
        <FaultLine>{place.fault}</FaultLine>
        <Stack gap="md">
          <LocaleTextField name={`${path}.name`} label={t('working-calendar.closure-name')} required />
          <div className={classes['days']}>
            <WallMomentField name={`${path}.from`} label={t('working-calendar.closed-from')} />
            <WallMomentField name={`${path}.until`} label={t('working-calendar.closed-until')} />
          </div>
        </Stack>
      </div>
    </EntryRow>
  );
}
