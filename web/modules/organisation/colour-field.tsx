// The organisation's own colour: chosen or written as a code, with what becomes of text on it.
import { Button, Group, Input, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '#web/lib/format.ts';
import { useT } from '#web/lib/i18n.ts';
import { contrastWithWhite } from '#web/lib/shades-of.ts';
import { Ltr } from '#web/ui/ltr.tsx';
import { type FieldProps, useField } from '#web/ui/form/use-field.ts';
import classes from './settings.module.css';

const standard = '#17654f';
/** WCAG 2.2, text of ordinary size. */
const readable = 4.5;

export function ColourField(props: FieldProps) {
  const t = useT();
  const id = useId();
  const field = useField<string | null>(props);
  const shown = field.value && /^#[0-9a-f]{6}$/i.test(field.value) ? field.value : standard;
  return (
    <Input.Wrapper label={props.label} description={t('organisation.colour-hint')} error={field.error} id={id}>
      <Group gap="xs" mt={4}>
        <input
          type="color"
          className={classes['swatch']}
          aria-label={t('organisation.colour-choose')}
          value={shown}
          onChange={(event) => field.change(event.currentTarget.value)}
        />
        <TextInput
          id={id}
          ref={field.ref}
          dir="ltr"
          w={120}
          maxLength={7}
          spellCheck={false}
          placeholder={standard}
          value={field.value ?? ''}
          onChange={(event) => field.change(event.currentTarget.value.trim() || null)}
          onBlur={field.blur}
        />
        {field.value ? (
          <Button variant="subtle" onClick={() => field.change(null)}>
            {t('organisation.colour-standard')}
          </Button>
        ) : null}
      </Group>
      <Contrast colour={shown} />
    </Input.Wrapper>
  );
}

function Contrast({ colour }: { colour: string }) {
  const t = useT();
  const format = useFormat();
  const ratio = contrastWithWhite(
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number],
  );
  const good = ratio >= readable;
  return (
    <Group gap={6} mt="xs" wrap="nowrap" align="flex-start" role="status">
      {good ? (
        <IconCheck size={18} aria-hidden className={classes['sign']} />
      ) : (
        <IconAlertTriangle size={18} aria-hidden className={classes['sign']} />
      )}
      <Text size="sm">
        {t(good ? 'organisation.contrast-good' : 'organisation.contrast-low')}{' '}
        <Ltr>
          ({format.number(Math.floor(ratio * 10) / 10, 1)} : {format.number(1)})
        </Ltr>
      </Text>
    </Group>
  );
}
