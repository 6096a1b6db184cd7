// A field of a form for a text with headings, lists, tables and pictures.
import { Input } from '@mantine/core';
import { useId } from 'react';
import type { RichText } from '#contract/rich-text.ts';
import { type FieldProps, inputProps, useField } from '../form/use-field.ts';
import { emptyRichText, RichTextInput, type RichTextInputProps } from './rich-text-input.tsx';

type Passed = Pick<RichTextInputProps, 'language' | 'imageAddress' | 'plain' | 'variables'>;

export function RichTextField({ language, imageAddress, plain, variables, ...props }: FieldProps & Passed) {
  const field = useField<RichText | undefined>(props);
  const id = useId();
  const { label, description, withAsterisk, error } = inputProps(props, field.error);
  return (
    <Input.Wrapper
      label={label}
      description={description}
      withAsterisk={withAsterisk}
      error={error}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
    >
      <RichTextInput
        ref={field.ref}
        labelledBy={`${id}-label`}
        value={field.value ?? emptyRichText}
        onChange={field.change}
        onBlur={field.blur}
        language={language}
        imageAddress={imageAddress}
        invalid={Boolean(error)}
        {...(plain ? { plain } : {})}
        {...(variables ? { variables } : {})}
      />
    </Input.Wrapper>
  );
}
