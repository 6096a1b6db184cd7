// Opens the panel of filters; panel and popover are loaded with the first opening.
import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useT } from '#web/lib/i18n.ts';
import { LateOverlay } from '#web/ui/late-overlay.tsx';
import type { CaseSearch } from './case-search.ts';

const filterPopover = async () => (await import('./filter-popover.tsx')).FilterPopover;

export function FilterButton({ search }: { search: CaseSearch }) {
  const t = useT();
  return (
    <LateOverlay load={filterPopover} with={{ search }} popup="dialog">
      <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
        {t('case.filter')}
      </Button>
    </LateOverlay>
  );
}
