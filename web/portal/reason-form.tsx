/** @jsxImportSource preact */
// A form of one text and one button, as disputing, reopening and withdrawing need it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseAction } from './api.ts';
import { FaultSummary, ProblemNotice, useFaultOf, type NamedFault } from './faults.tsx';
import { TextField } from './field.tsx';
import { usePortal } from './portal-context.ts';
import type { CaseFormProps } from './use-case-action.ts';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';

interface ReasonFormProps extends CaseFormProps {
  name: string;
  action: CaseAction;
  label: string;
  hint?: string;
  button: string;
  done: string;
  optional?: boolean;
  danger?: boolean;
  /** Further buttons beside the one that sends. */
  children?: ComponentChildren;
}

export function ReasonForm({
  shown,
  act,
  name,
  action,
  label,
  hint,
  button,
  done,
  optional,
  danger,
  children,
}: ReasonFormProps) {
  const { t, slug } = usePortal();
  const draft = useDraft(`${slug}:${shown.number}:${name}`, { reason: '' });
  const [faults, setFaults] = useState<NamedFault[]>([]);
  const sending = useSending();
  const faultOf = useFaultOf(faults);
  const reason = draft.values.reason.trim();

  function submit(event: Event) {
    event.preventDefault();
    const found = reason || optional ? [] : [{ field: 'reason', code: 'required', at: name }];
    setFaults(found);
    if (found.length === 0) act({ action, body: reason ? { reason } : {}, draft, sending, done });
  }
  return (
    <form noValidate onSubmit={submit}>
      <FaultSummary faults={faults} />
      <TextField
        name={name}
        label={label}
        hint={hint}
        optional={optional}
        multiline
        maxLength={optional ? 5000 : 20_000}
        value={draft.values.reason}
        onChange={(next) => draft.change({ reason: next })}
        fault={faultOf('reason')}
      />
      <ProblemNotice problem={sending.problem} />
      <p class="actions">
        <button type="submit" class={danger ? 'button danger' : 'button primary'} aria-disabled={sending.busy}>
          {sending.busy ? t('submit.sending') : button}
        </button>
        {children}
      </p>
    </form>
  );
}
