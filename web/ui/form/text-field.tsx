// Fields for text: a line, a long text, and the kinds that always read left to right (e-mail, phone, code).
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { toLatinDigits } from '#kernel/digits.ts';
import classes from './form.module.css';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export type TextFieldProps = FieldProps & {
  placeholder?: string;
  autoComplete?: string;
  /** Has the focus when the form appears: only where nothing stands before it. */ startHere?: boolean;
  maxLength?: number;
};

export function TextField(props: TextFieldProps) {
  const field = useField<string | undefined>(props);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      {...native(props)}
      ref={field.ref}
      attributes={writtenDirection(field.value)}
      value={field.value ?? ''}
      onChange={(event) => field.change(event.currentTarget.value)}
      onBlur={field.blur}
    />
  );
}

export function ProseField({ rows = 4, ...props }: TextFieldProps & { rows?: number }) {
  const field = useField<string | undefined>(props);
  return (
    <Textarea
      {...inputProps(props, field.error)}
      {...native(props)}
      ref={field.ref}
      attributes={writtenDirection(field.value)}
      autosize
      minRows={rows}
      maxRows={16}
      value={field.value ?? ''}
      onChange={(event) => field.change(event.currentTarget.value)}
      onBlur={field.blur}
    />
  );
}

export function EmailField(props: TextFieldProps) {
  return <LtrField {...props} type="email" inputMode="email" autoComplete={props.autoComplete ?? 'email'} />;
}

/** Any digits may be typed; 0-9 are kept. */
export function PhoneField(props: TextFieldProps) {
  return <LtrField {...props} type="tel" inputMode="tel" autoComplete={props.autoComplete ?? 'tel'} />;
}

/** Codes, addresses of pages, short names in addresses. */
export function CodeField(props: TextFieldProps & { numeric?: boolean }) {
  return <LtrField {...props} type="text" inputMode={props.numeric ? 'numeric' : 'text'} />;
}

type LtrFieldProps = TextFieldProps & { type: string; inputMode: 'email' | 'tel' | 'numeric' | 'text' };

function LtrField(props: LtrFieldProps) {
  const field = useField<string | undefined>(props);
  return (
    <TextInput
      {...inputProps(props, field.error)}
      {...native(props)}
      ref={field.ref}
      type={props.type}
      inputMode={props.inputMode}
      dir="ltr"
      spellCheck={false}
      classNames={{ input: classes['ltr-input'] ?? '' }}
      value={field.value ?? ''}
      // An untouched optional field is absent, not empty: an empty e-mail would be refused.
      onChange={(event) => field.change(toLatinDigits(event.currentTarget.value) || undefined)}
      onBlur={field.blur}
    />
  );
}

export function PasswordField({ showLabel, ...props }: TextFieldProps & { showLabel: string }) {
  const field = useField<string | undefined>(props);
  return (
    <PasswordInput
      {...inputProps(props, field.error)}
      {...native(props)}
      ref={field.ref}
      // The library marks its other inputs, but not this one.
      aria-invalid={field.error ? true : undefined}
      // No dir attribute: it would also put the eye on the wrong side.
      classNames={{ innerInput: classes['password-input'] ?? '' }}
      visibilityToggleButtonProps={{ 'aria-label': showLabel, tabIndex: 0 }}
      value={field.value ?? ''}
      onChange={(event) => field.change(event.currentTarget.value)}
      onBlur={field.blur}
    />
  );
}

function native({ placeholder, autoComplete, startHere, maxLength }: TextFieldProps) {
  return { placeholder, autoComplete, maxLength, ...(startHere ? { 'data-autofocus': true, autoFocus: true } : {}) };
}

/** Each text takes the direction of its own words; an empty field that of the page. (Mantine's `dir` would be that of the frame.) */
export function writtenDirection(value: string | undefined) {
  return value ? { input: { dir: 'auto' } } : {};
}
