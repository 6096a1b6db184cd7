/** @jsxImportSource preact */
// A further message of the customer, with files.
import { useState } from 'preact/hooks';
import { AttachmentsField } from './attachments-field.tsx';
import { FaultSummary, ProblemNotice, useFaultOf, type NamedFault } from './faults.tsx';
import { TextField } from './field.tsx';
import { usePortal } from './portal-context.ts';
import type { CaseFormProps } from './use-case-action.ts';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import type { FileView } from './wire.ts';

interface Values {
  text: string;
  files: FileView[];
}

export function MessageForm({ shown, grant, act }: CaseFormProps) {
  const { t, slug, announce } = usePortal();
  const draft = useDraft<Values>(`${slug}:${shown.number}:message`, { text: '', files: [] });
  const [faults, setFaults] = useState<NamedFault[]>([]);
  const [pending, setPending] = useState(0);
  const sending = useSending();
  const faultOf = useFaultOf(faults);
  const { text, files } = draft.values;

  function submit(event: Event) {
    event.preventDefault();
    if (pending > 0) return announce(t('files.wait'));
    const found = text.trim() ? [] : [{ field: 'text', code: 'required', at: 'message' }];
    setFaults(found);
    if (found.length > 0) return;
    act({
      action: 'messages',
      body: { text: text.trim(), attachmentIds: files.map((file) => file.id) },
      draft,
      sending,
      done: t('message.sent'),
    });
  }
  return (
    <section aria-labelledby="message-title">
      <h2 id="message-title">{t('message.title')}</h2>
      <form noValidate onSubmit={submit}>
        <FaultSummary faults={faults} />
        <TextField
          name="message"
          label={t('message.text')}
          multiline
          maxLength={20_000}
          value={text}
          onChange={(next) => draft.change({ text: next })}
          fault={faultOf('text')}
        />
        <AttachmentsField
          name="message"
          grant={grant}
          files={files}
          onPending={setPending}
          onChange={(make) => draft.change((before) => ({ files: make(before.files) }))}
        />
        <ProblemNotice problem={sending.problem} />
        <p class="actions">
          <button type="submit" class="button" aria-disabled={sending.busy}>
            {t(sending.busy ? 'submit.sending' : 'message.send')}
          </button>
        </p>
      </form>
    </section>
  );
}
