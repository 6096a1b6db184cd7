// The refused rows to take along, be corrected and imported again.
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useLanguage, useT } from '#web/lib/i18n.ts';
import type { ImportView } from './use-imports.ts';

export function RefusedFile({ made, refused }: { made: ImportView; refused: number }) {
  const t = useT();
  const language = useLanguage();
  if (refused === 0 || made.keptUntil === null) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('import.refused-file')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/imports/${made.id}/refused-rows.${format}?language=${language}`}
            download
          >
            {t(`export.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
