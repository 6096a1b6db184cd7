// One field in the list of a form that is being designed: what it asks, what is wrong with it, where it may go; opened, it is changed in place.
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { FormField } from '#kernel/forms/form-definition.ts';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import { OpenRow } from '#web/ui/open-row.tsx';
import { type Place, samePlace } from './arrange.ts';
import { faultsUnder, useDesigning } from './design.ts';
import { FieldEditor } from './field-editor.tsx';
import { typeIcons } from './field-types.ts';
import { wordsIn } from './words-in.ts';
import classes from './forms.module.css';

export type Drag = { from: Place; over: (Place & { side: 'before' | 'after' }) | null };

type FieldRowProps = {
  field: FormField;
  place: Place;
  open: boolean;
  onOpen: () => void;
  mayMove: { up: boolean; down: boolean };
  onStep: (by: -1 | 1, control: string) => void;
  onRemove: () => void;
  drag: Drag | null;
  onDrag: (drag: Drag | null) => void;
  onDrop: () => void;
};

export function FieldRow({
  field,
  place,
  open,
  onOpen,
  mayMove,
  onStep,
  onRemove,
  drag,
  onDrag,
  onDrop,
}: FieldRowProps) {
  const t = useT();
  const language = useLanguage();
  const { faults } = useDesigning();
  const Icon = typeIcons[field.type];
  const name = wordsIn(field.label, language) || t('form.field-unnamed');
  const wrong = faultsUnder(faults, `sections.${place.section}.fields.${place.index}`);
  const about = [
    t(`form.type.${field.type}`),
    ...(field.required ? [t('form.required')] : []),
    ...(field.customer ? [] : [t('form.staff-only')]),
    ...(field.personal ? [t('form.personal')] : []),
    ...(field.shownWhen ? [t('form.conditional')] : []),
  ];

  function press(event: KeyboardEvent): void {
    if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.code === 'ArrowUp' ? -1 : 1, 'open');
  }

  function over(event: DragEvent<HTMLElement>): void {
    if (!drag) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const side = event.clientY < top + height / 2 ? 'before' : 'after';
    if (!samePlace(drag.over, place) || drag.over?.side !== side) onDrag({ ...drag, over: { ...place, side } });
  }

  return (
    // Alt with an arrow moves the row, from whichever button in it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes['row']}
      data-place={`${place.section}.${place.index}`}
      data-over={drag && samePlace(drag.over, place) ? drag.over?.side : undefined}
      data-dragged={(drag && samePlace(drag.from, place)) || undefined}
      onDragOver={over}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={classes['row-head']} onKeyDown={press}>
        {/* For the mouse; buttons and keys do the same. */}
        <span
          className={classes['handle']}
          draggable
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', field.key);
            onDrag({ from: place, over: null });
          }}
          onDragEnd={() => onDrag(null)}
        >
          <IconGripVertical size={16} stroke={1.6} />
        </span>
        <OpenRow open={open} onOpen={onOpen} data-open>
          <span className={classes['label']}>
            <Icon size={18} stroke={1.6} aria-hidden />
            <bdi>{name}</bdi>
          </span>
          <span className={classes['about']}>{about.join(' · ')}</span>
          {wrong.length > 0 && !open ? <span className={classes['fault']}>{t(`form.fault.${wrong[0]!}`)}</span> : null}
        </OpenRow>
        <span className={classes['moves']}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            data-move="up"
            disabled={!mayMove.up}
            aria-label={t('form.move-up', { name })}
            onClick={() => onStep(-1, 'up')}
          >
            <IconArrowUp size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            data-move="down"
            disabled={!mayMove.down}
            aria-label={t('form.move-down', { name })}
            onClick={() => onStep(1, 'down')}
          >
            <IconArrowDown size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('form.remove-field', { name })}
            onClick={onRemove}
          >
            <IconTrash size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {open ? <FieldEditor field={field} place={place} /> : null}
    </li>
  );
}
