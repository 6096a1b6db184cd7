/** @jsxImportSource preact */
// Labelled fields with hint and fault, one line or many, and a choice from a list.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWording } from './portal-context.ts';

interface FrameProps {
  name: string;
  label: string;
  hint?: string;
  fault?: string | null;
  optional?: boolean;
  /** One of several fields of which one is enough: neither required nor called optional. */
  either?: boolean;
}

interface TextFieldProps extends FrameProps {
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  type?: 'text' | 'email' | 'tel';
  inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal';
  autoComplete?: string;
  maxLength?: number;
  /** For addresses and codes, which run from left to right in every language. */
  latin?: boolean;
  large?: boolean;
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

export function TextField(props: TextFieldProps) {
  const { name, value, onChange, multiline, latin, hint, fault, optional } = props;
  const shared = {
    id: fieldId(name),
    name,
    value,
    dir: latin ? ('ltr' as const) : ('auto' as const),
    maxLength: props.maxLength,
    'aria-required': !optional && !props.either,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': describedBy(name, hint, fault),
    class: ['input', latin && 'latin', props.large && 'large'].filter(Boolean).join(' '),
  };
  return (
    <Frame {...props}>
      {multiline ? (
        <GrowingText {...shared} onChange={onChange} />
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          // The types of preact tell inputs with a list of proposals apart by its presence.
          list={undefined}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          autoCapitalize={latin ? 'none' : undefined}
          spellcheck={latin ? false : undefined}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

interface SelectFieldProps extends FrameProps {
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

export function SelectField(props: SelectFieldProps) {
  const { name, value, onChange, children, hint, fault } = props;
  return (
    <Frame {...props}>
      <select
        id={fieldId(name)}
        name={name}
        class="input"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(name, hint, fault)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
    </Frame>
  );
}

function Frame({ name, label, hint, fault, optional, children }: FrameProps & { children: ComponentChildren }) {
  const { t } = useWording();
  return (
    <div class={fault ? 'field faulty' : 'field'}>
      <label for={fieldId(name)}>
        {label}
        {optional && <span class="optional"> ({t('optional')})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p class="fault" id={`${fieldId(name)}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

function describedBy(name: string, hint?: string, fault?: string | null): string | undefined {
  return [hint && `${fieldId(name)}-hint`, fault && `${fieldId(name)}-fault`].filter(Boolean).join(' ') || undefined;
}

type GrowingTextProps = Record<string, unknown> & { value: string; onChange: (value: string) => void };

/** As high as its text: scrolling inside a small box is hard with a thumb. */
function GrowingText({ onChange, value, ...rest }: GrowingTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.blockSize = 'auto';
    area.current.style.blockSize = `${area.current.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea {...rest} ref={area} rows={4} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
  );
}
