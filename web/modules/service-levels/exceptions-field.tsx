// Holidays and periods with other hours: a list whose entries open to be changed.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { WorkingCalendarInput } from '#contract/service-levels.ts';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { freshException } from './calendar-entry.ts';
import { EntryRow } from './entry-row.tsx';
import { ExceptionFields } from './exception-fields.tsx';
import { useExceptionWords } from './exception-words.ts';
import { FaultLine } from './fault-line.tsx';
import { LookMark } from './look-mark.tsx';
import { MoveButton, useMoved } from './move-button.tsx';
import type { Exception } from './use-calendars.ts';
import { usePlace } from './use-place.ts';
import classes from './calendar-form.module.css';

export function ExceptionsField() {
  const t = useT();
  const text = useLocaleText();
  const nameOf = (name: Exception['name']) => text(name) || t('working-calendar.without-name');
  const format = useFormat();
  const rows = useFieldArray<WorkingCalendarInput, 'exceptions', 'key'>({ name: 'exceptions', keyName: 'key' });
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    const exception = freshException(format.dayOf(new Date().toISOString()), format.settings);
    setAdded(exception.id);
    rows.append(exception);
  };
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useMoved(list);
  const move = (id: string, index: number, by: -1 | 1) => {
    rows.move(index, index + by);
    setMoved({ id, control: by === -1 ? 'up' : 'down', place: index + by + 1 });
  };
  const last = rows.fields.find(({ id }) => id === moved?.id);
  return (
    <div>
      <ul ref={list} className={classes['entries']}>
        {rows.fields.map(({ key, id, name }, index) => (
          <ExceptionRow
            key={key}
            index={index}
            startsOpen={id === added}
            onRemove={() => rows.remove(index)}
            id={id}
            // Of special hours the first in the list holds.
            moves={
              rows.fields.length > 1 ? (
                <>
                  <MoveButton
                    up
                    label={t('working-calendar.move-up', { name: nameOf(name) })}
                    disabled={index === 0}
                    onClick={() => move(id, index, -1)}
                  />
                  <MoveButton
                    label={t('working-calendar.move-down', { name: nameOf(name) })}
                    disabled={index === rows.fields.length - 1}
                    onClick={() => move(id, index, 1)}
                  />
                </>
              ) : null
            }
          />
        ))}
      </ul>
      <VisuallyHidden role="status">
        {moved && last
          ? t('working-calendar.moved', { name: nameOf(last.name), place: format.number(moved.place) })
          : ''}
      </VisuallyHidden>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('working-calendar.add-exception')}
      </Button>
    </div>
  );
}

type RowProps = { index: number; id: string; startsOpen: boolean; onRemove: () => void; moves: ReactNode };

function ExceptionRow({ index, ...row }: RowProps) {
  const t = useT();
  const text = useLocaleText();
  const { daysWords, yearWords } = useExceptionWords();
  const path = `exceptions.${index}`;
  const exception = useWatch({ name: path }) as Exception;
  const name = text(exception.name) || t('working-calendar.without-name');
  const place = usePlace(`${path}.id`, name);
  return (
    <EntryRow
      {...row}
      path={path}
      title={<bdi>{name}</bdi>}
      below={
        <>
          <LookMark look={exception.week ? 'special' : 'holiday'} /> {daysWords(exception)} · {yearWords(exception)}
        </>
      }
      removeLabel={t('working-calendar.remove-entry', { name })}
    >
      <div ref={place.ref}>
        <FaultLine>{place.fault}</FaultLine>
        <ExceptionFields path={path} exception={exception} />
      </div>
    </EntryRow>
  );
}
