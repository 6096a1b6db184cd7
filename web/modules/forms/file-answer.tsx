// A field that wants one file.
import { Input } from '@mantine/core';
import type { FileView } from '#contract/common.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { type FieldProps, useField } from '#web/ui/form/use-field.ts';

/** `known`: files that were there before, of which only the id is entered. */
export function FileAnswer({ known, ...props }: FieldProps & { known: readonly FileView[] }) {
  const field = useField<FileView | string | null | undefined>(props);
  const file = typeof field.value === 'string' ? known.find(({ id }) => id === field.value) : field.value;
  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      description={props.hint}
      withAsterisk={props.required ?? false}
      error={field.error}
    >
      <FileDrop files={file ? [file] : []} onChange={([next]) => field.change(next ?? null)} max={1} />
    </Input.Wrapper>
  );
}
