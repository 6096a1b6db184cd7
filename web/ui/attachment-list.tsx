// Files that came with a message or an answer: name, size, opened by the browser.
import { Anchor, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { FileView } from '#contract/common.ts';
import { useFormat } from '#web/lib/format.ts';

export type AttachmentListProps = {
  files: readonly FileView[];
  /** Where they are opened; null: not by the reader. */
  at?: string | null | undefined;
};

export function AttachmentList({ files, at = '/api/files' }: AttachmentListProps) {
  if (files.length === 0) return null;
  return (
    <Group component="ul" gap="xs" m={0} mt={6} p={0} style={{ listStyle: 'none' }}>
      {files.map((file) => (
        <li key={file.id}>
          {at === null ? (
            <Group component="span" gap={4} display="inline-flex">
              <FileName file={file} />
            </Group>
          ) : (
            <Anchor
              href={`${at}/${file.id}`}
              target="_blank"
              rel="noreferrer"
              display="inline-flex"
              style={{ alignItems: 'center', gap: 4 }}
            >
              <FileName file={file} />
            </Anchor>
          )}
        </li>
      ))}
    </Group>
  );
}

function FileName({ file }: { file: FileView }) {
  const format = useFormat();
  return (
    <>
      <IconPaperclip size={14} aria-hidden />
      <bdi>{file.name}</bdi>
      <Text span c="dimmed" size="sm">
        {format.bytes(file.size)}
      </Text>
    </>
  );
}
