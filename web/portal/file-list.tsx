/** @jsxImportSource preact */
// Files of a case to take away; fetched with the grant, which a plain link could not carry.
import { Icon } from './icon.tsx';
import { usePortal } from './portal-context.ts';
import { useSending } from './use-sending.ts';
import { ProblemNotice } from './faults.tsx';
import type { FileView } from './wire.ts';

export function FileList({ files, grant }: { files: FileView[]; grant: string }) {
  const { t, formats, api } = usePortal();
  const sending = useSending();
  if (files.length === 0) return null;

  function save(file: FileView) {
    void sending.send(async () => {
      const address = URL.createObjectURL(await api.download(file.id, grant));
      const link = document.createElement('a');
      link.href = address;
      link.download = file.name;
      link.click();
      // Some phones begin reading only after the click has returned.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    });
  }
  return (
    <>
      <ul class="files">
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" class="button plain file" disabled={sending.busy} onClick={() => save(file)}>
              <Icon name="download" />
              <span class="unseen">{t('files.download')} </span>
              <span class="file-name">
                <bdi>{file.name}</bdi>
                <span class="quiet">{formats.size(file.size)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={sending.problem} reading />
    </>
  );
}
