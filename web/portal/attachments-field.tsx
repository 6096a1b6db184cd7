/** @jsxImportSource preact */
// Files that go with a text: each is uploaded when it is chosen, so that sending later is quick and a draft keeps it.
import { useRef, useState } from 'preact/hooks';
import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';
import { usePortal } from './portal-context.ts';
import { asProblem, problemText } from './problem.ts';
import type { FileView } from './wire.ts';

/** contract/portal.ts: at most five attachments with one text. */
const mostFiles = 5;

interface AttachmentsFieldProps {
  name: string;
  /** Of a field of a form, which wants one file. */
  label?: string;
  hint?: string;
  most?: number;
  optional?: boolean;
  fault?: string | null;
  grant: string | null;
  files: FileView[];
  onChange: (change: (files: FileView[]) => FileView[]) => void;
  /** How many files are still on their way. */
  onPending: (count: number) => void;
}

interface PendingFile {
  key: number;
  file: File;
  share: number;
  /** Why it was not uploaded. */
  fault: string | null;
  retry: boolean;
}

let nextKey = 0;

export function AttachmentsField({
  name,
  label,
  hint,
  most = mostFiles,
  optional = true,
  fault,
  grant,
  files,
  onChange,
  onPending,
}: AttachmentsFieldProps) {
  const { t, plural, formats, info, api } = usePortal();
  const picker = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState<PendingFile[]>([]);
  const room = most - files.length - pending.length;

  function change(make: (before: PendingFile[]) => PendingFile[]) {
    setPending((before) => {
      const after = make(before);
      onPending(after.filter((each) => each.fault === null).length);
      return after;
    });
  }
  const patch = (key: number, part: Partial<PendingFile>) =>
    change((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: number) => change((before) => before.filter((each) => each.key !== key));

  function add(chosen: File[]) {
    const taken = chosen
      .slice(0, Math.max(0, room))
      .map((file): PendingFile => ({ key: nextKey++, file, share: 0, fault: faultOf(file), retry: false }));
    change((before) => [...before, ...taken]);
    for (const each of taken) if (each.fault === null) void upload(each);
  }

  function faultOf(file: File): string | null {
    if (file.size > info.fileLimit) return t('files.too-large', { size: formats.size(info.fileLimit) });
    return file.size === 0 ? t('files.empty') : null;
  }

  async function upload({ key, file }: PendingFile) {
    patch(key, { fault: null, share: 0 });
    try {
      const view = await api.upload(file, grant, (share) => patch(key, { share }));
      drop(key);
      onChange((before) => [...before, view]);
    } catch (error) {
      const problem = asProblem(error);
      const refused = problem.status === 415 || problem.status === 422;
      const text = problem.undecided ? 'files.failed' : refused ? 'files.refused' : problemText(problem);
      patch(key, { fault: t(text), retry: problem.undecided || problem.status === 429 });
    }
  }

  return (
    <div class={fault ? 'field faulty' : 'field'} role="group" aria-labelledby={`${name}-files`}>
      <p class="label" id={`${name}-files`}>
        {label ?? t('files.label')}
        {optional && <span class="optional"> ({t('optional')})</span>}
      </p>
      {hint && <p class="hint">{hint}</p>}
      {files.length + pending.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="attach" />
              <FileName name={file.name} about={formats.size(file.size)} />
              <button
                type="button"
                class="button plain square"
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => onChange((before) => before.filter((each) => each.id !== file.id))}
              >
                <Icon name="remove" />
              </button>
            </li>
          ))}
          {pending.map((each) => (
            <li key={each.key} class={each.fault ? 'faulty' : undefined}>
              <Icon name="attach" />
              <FileName
                name={each.file.name}
                about={each.fault ?? t('files.sending', { percent: formats.percent(each.share) })}
              />
              {each.retry && each.fault && (
                <button
                  type="button"
                  class="button plain square"
                  aria-label={t('files.retry', { name: each.file.name })}
                  onClick={() => void upload(each)}
                >
                  <Icon name="refresh" />
                </button>
              )}
              <button
                type="button"
                class="button plain square"
                aria-label={t('files.remove', { name: each.file.name })}
                onClick={() => drop(each.key)}
              >
                <Icon name="remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        multiple={most > 1}
        hidden
        aria-label={t('files.add')}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
      {room > 0 && (
        <>
          <button type="button" class="button" id={fieldId(name)} onClick={() => picker.current?.click()}>
            <Icon name="attach" />
            {t('files.add')}
          </button>
          <p class="hint">
            {plural('files.limit', room, formats.number(room), { size: formats.size(info.fileLimit) })}
          </p>
        </>
      )}
      {fault && <p class="fault">{fault}</p>}
    </div>
  );
}

function FileName({ name, about }: { name: string; about: string }) {
  return (
    <span class="file-name">
      <bdi>{name}</bdi>
      <span class="quiet">{about}</span>
    </span>
  );
}
