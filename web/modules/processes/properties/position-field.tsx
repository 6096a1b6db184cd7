// Who in the unit does a task: a position that is there is offered, any other title may be written, and it is said where nobody can hold it.
import { Autocomplete, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { useLocaleText } from '#web/lib/locale-text.ts';
import { useStructure } from '#web/modules/organisation/index.ts';
import { writtenDirection } from '#web/ui/form/text-field.tsx';
import { setWords } from './edit-element.ts';
import { isPosition, positionsIn, unitSaidOf, unitsUpward } from './position-choices.ts';
import { useEditor } from './use-editor.ts';
import { useTyped } from './words-input.tsx';

export function PositionField() {
  const t = useT();
  const text = useLocaleText();
  const { element, businessObject, tools, readOnly, words, unitId } = useEditor();
  const { structure } = useStructure();
  const { units = [], positions = [] } = structure ?? {};
  const upward = unitsUpward(units, unitSaidOf(businessObject), unitId);
  const offered = positionsIn(positions, upward, ({ title }) => text(title));
  const unitOf = (title: string): string => {
    const position = offered.find((one) => text(one.title) === title);
    return text(units.find(({ id }) => id === position?.unitId)?.name);
  };
  const written = words('position');
  // By its id it would say nothing to a reader.
  const value = text(positions.find(({ id }) => id === written.toLowerCase())?.title) || written;
  const [typed, setTyped] = useTyped(value);
  const commit = (title: string) => {
    if (title !== value) setWords(tools, element, 'rida:position', title);
  };
  return (
    <div>
      <Autocomplete
        label={t('diagram.position')}
        description={t('diagram.position-hint')}
        readOnly={readOnly}
        maxLength={4000}
        limit={50}
        data={offered.map(({ title }) => text(title))}
        renderOption={({ option }) => (
          <span>
            <bdi>{option.value}</bdi>{' '}
            <Text span size="sm" c="dimmed">
              <bdi>{unitOf(option.value)}</bdi>
            </Text>
          </span>
        )}
        attributes={writtenDirection(typed)}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={commit}
        onBlur={() => commit(typed)}
        onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
          if (event.code !== 'Enter') return;
          event.preventDefault();
          // With an option in hand, Enter takes that one.
          if (!event.currentTarget.hasAttribute('aria-activedescendant')) commit(typed);
        }}
      />
      <Text size="sm" role="status">
        {structure && typed.trim() !== '' ? unknown() : null}
      </Text>
    </div>
  );

  function unknown(): string | null {
    const meant = positions.filter((position) => isPosition(position, typed.trim()));
    if (meant.length === 0) return t('diagram.position-unknown');
    if (!upward || meant.some(({ unitId: of }) => upward.some(({ id }) => id === of))) return null;
    return t('diagram.position-elsewhere', { unit: text(upward[0]!.name) });
  }
}
