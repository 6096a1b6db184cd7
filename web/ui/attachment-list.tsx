// Files that came with a message: name, size, opened by the browser.
import { Anchor, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { FileView } from '#contract/common.ts';
import { useFormat } from '#web/lib/format.ts';

export function AttachmentList({ files }: { files: readonly FileView[] }) {
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <Group component="ul" gap="xs" m={0} mt={6} p={0} style={{ listStyle: 'none' }}>
      {files.map((file) => (
        <li key={file.id}>
          <Anchor
            href={`/api/files/${file.id}`}
            target="_blank"
            rel="noreferrer"
            display="inline-flex"
            style={{ alignItems: 'center', gap: 4 }}
          >
            <IconPaperclip size={14} aria-hidden />
            <bdi>{file.name}</bdi>
            <Text span c="dimmed" size="sm">
              {format.bytes(file.size)}
            </Text>
          </Anchor>
        </li>
      ))}
    </Group>
  );
}
