// A field of a form that takes files.
import { Input } from '@mantine/core';
import type { FileView } from '#contract/common.ts';
import { useT } from '#web/lib/i18n.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { useField } from '#web/ui/form/use-field.ts';

export function FilesField({ name }: { name: string }) {
  const t = useT();
  const field = useField<FileView[]>({ name, label: t('case.attachments') });
  return (
    <Input.Wrapper label={t('case.attachments')} labelElement="div" error={field.error}>
      <FileDrop files={field.value} onChange={field.change} />
    </Input.Wrapper>
  );
}
