// Opens the panel of filters; the panel's code comes when it is first opened.
import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { TextSkeleton } from '#web/ui/waiting.tsx';
import type { FilterPanelProps } from './filter-panel.tsx';

const FilterPanel = lazy(() => import('./filter-panel.tsx').then((file) => ({ default: file.FilterPanel })));

export function FilterButton(props: FilterPanelProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(560px, calc(100vw - 24px))"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('customer.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('customer.filter')}>
        <Suspense fallback={<TextSkeleton lines={6} />}>
          <FilterPanel {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
