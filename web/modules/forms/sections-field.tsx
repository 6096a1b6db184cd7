// The sections of a form with their fields: added, opened, moved by mouse, button or key, and taken out.
import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { FieldType, FormSection } from '#kernel/forms/form-definition.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { LocaleTextField } from '#web/ui/form/locale-text-field.tsx';
import { AddField } from './add-field.tsx';
import {
  freshField,
  freshKey,
  insertField,
  moveField,
  type Place,
  removeField,
  samePlace,
  stepFrom,
} from './arrange.ts';
import { sectionsOf, useDesigning, type Design } from './design.ts';
import { FaultAt } from './fault-at.tsx';
import { FieldRow, type Drag } from './field-row.tsx';
import { wordsIn } from './words-in.ts';
import classes from './forms.module.css';

type SectionsFieldProps = { open: Place | null; onOpen: (place: Place | null) => void };

export function SectionsField({ open, onOpen }: SectionsFieldProps) {
  const t = useT();
  const language = useLanguage();
  const { currency } = useDesigning();
  const { setValue } = useFormContext<Design>();
  const definition = useWatch<Design, 'definition'>({ name: 'definition' });
  const sections = sectionsOf(definition);
  const root = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<{ place: Place; control: string } | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const put = (next: readonly FormSection[]) => setValue('definition', { sections: [...next] }, { shouldDirty: true });

  // The browser takes the focus from an element that changes its place.
  useEffect(() => {
    if (!moved) return;
    const row = root.current?.querySelector(`[data-place="${moved.place.section}.${moved.place.index}"]`);
    const control = row?.querySelector<HTMLButtonElement>(`[data-move="${moved.control}"]:not(:disabled)`);
    (control ?? row?.querySelector<HTMLButtonElement>('[data-open]'))?.focus();
  }, [moved]);

  function move(from: Place, to: Place, control: string): void {
    put(moveField(sections, from, to));
    // Another field may stand where the open one stood.
    if (open) onOpen(samePlace(open, from) ? to : null);
    setMoved({ place: to, control });
  }

  function step(place: Place, by: -1 | 1, control: string): void {
    const to = stepFrom(sections, place, by);
    if (to) move(place, to, control);
  }

  function add(section: number, type: FieldType): void {
    const place = { section, index: sections[section]?.fields.length ?? 0 };
    put(insertField(sections, place, freshField(sections, type, currency)));
    onOpen(place);
  }

  function drop(): void {
    if (drag?.over) {
      const { from, over } = drag;
      const after = over.side === 'after' ? 1 : 0;
      // Taken out before it is put in: in its own section everything behind it has moved up.
      const shift = from.section === over.section && from.index < over.index + after ? 1 : 0;
      const to = { section: over.section, index: over.index + after - shift };
      if (!samePlace(from, to)) move(from, to, 'open');
    }
    setDrag(null);
  }

  const movedField = moved && sections[moved.place.section]?.fields[moved.place.index];
  return (
    <div ref={root} className={classes['sections']}>
      <p className={classes['quiet']}>{t('form.order-hint')}</p>
      {sections.map((section, at) => (
        <section
          key={section.key}
          aria-label={wordsIn(section.title, language) || t('form.section-number', { number: at + 1 })}
        >
          {sections.length > 1 ? (
            <div className={classes['section-head']}>
              <LocaleTextField
                name={`definition.sections.${at}.title`}
                label={t('form.section-number', { number: at + 1 })}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                disabled={section.fields.length > 0}
                aria-label={t('form.remove-section', { number: at + 1 })}
                onClick={() => put(sections.filter((_, index) => index !== at))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
          ) : null}
          <FaultAt path={`sections.${at}.key`} />
          <ol className={classes['list']} aria-label={t('form.fields')}>
            {section.fields.map((field, index) => {
              const place = { section: at, index };
              return (
                <FieldRow
                  // By its place: keys may be alike while they are typed.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={`${at}.${index}`}
                  field={field}
                  place={place}
                  open={samePlace(open, place)}
                  onOpen={() => onOpen(samePlace(open, place) ? null : place)}
                  mayMove={{
                    up: stepFrom(sections, place, -1) !== null,
                    down: stepFrom(sections, place, 1) !== null,
                  }}
                  onStep={(by, control) => step(place, by, control)}
                  onRemove={() => {
                    put(removeField(sections, place));
                    onOpen(null);
                  }}
                  drag={drag}
                  onDrag={setDrag}
                  onDrop={drop}
                />
              );
            })}
          </ol>
          <AddField onAdd={(type) => add(at, type)} />
        </section>
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => put([...sections, { key: freshKey(sections, 'section'), title: {}, fields: [] }])}
        >
          {t('form.add-section')}
        </Button>
      </div>
      <VisuallyHidden role="status">
        {moved && movedField
          ? t('form.moved', { name: wordsIn(movedField.label, language), place: moved.place.index + 1 })
          : ''}
      </VisuallyHidden>
    </div>
  );
}
