/** @jsxImportSource preact */
// Several inputs that answer one question, with its name, its hint and its fault.
import type { ComponentChildren } from 'preact';
import { useWording } from './portal-context.ts';

interface FieldGroupProps {
  /** Id of the first input; hint and fault are named after it. */
  id: string;
  label: string;
  hint?: string | undefined;
  fault: string | null;
  optional: boolean;
  children: ComponentChildren;
}

export function FieldGroup({ id, label, hint, fault, optional, children }: FieldGroupProps) {
  const { t } = useWording();
  return (
    <fieldset
      class={fault ? 'field faulty' : 'field'}
      aria-describedby={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined}
    >
      <legend>
        {label}
        {optional && <span class="optional"> ({t('optional')})</span>}
      </legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
