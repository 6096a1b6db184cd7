// A box that searches while one types: the page hears of it when the typing pauses.
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { writtenDirection } from './form/text-field.tsx';

export type SearchBoxProps = {
  /** Names the box; also shown in it while it is empty. */
  label: string;
  value: string;
  onChange: (value: string) => void;
};

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setKnown(text);
    onChange(text);
  }, 250);
  // The address changed by itself (back, a link): the box follows.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      attributes={writtenDirection(typed)}
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed ? (
          <CloseButton
            size="sm"
            aria-label={t('ui.clear')}
            onClick={() => {
              setTyped('');
              tell('');
            }}
          />
        ) : null
      }
      style={{ flex: '1 1 220px', maxInlineSize: 420 }}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
